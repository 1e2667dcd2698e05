import { hidden, piles, visible } from './clean-name';

const longestText = 2_048;
const longestTextRead = 4_096;
const unlit = /[\u115F\u1160\u3164\uFFA0\u2800]|[^\P{Cc}\n]/gu;
const lines = /\s*\n\s*\n\s*/g;

/** What strangers wrote in several lines, under the same rules: at most 2,048 units, no two empty lines together. */
export function cleanText(text: string): string {
  const plain = text.slice(0, longestTextRead).replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const seen = plain.replace(hidden, '').replace(unlit, ' ').replace(piles, '$1').replace(lines, '\n\n').trim();
  return visible.test(seen) ? seen.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '') : '';
}
