import { canonical } from './chain';

/**
 * Fourteen hex digits that a flipped bit changes (cyrb53, as published by its author bryc into the public domain). Against
 * mishap, not against anybody: the record has seals for that.
 */
export function checksum(value: object): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of canonical(value)) {
    const number = sign.codePointAt(0) ?? 0;
    one = Math.imul(one ^ number, 2654435761);
    two = Math.imul(two ^ number, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(16).padStart(14, '0');
}
