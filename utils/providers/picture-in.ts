import { field, isRaw } from './fields-in';

/** The address of a picture; anything but a web address is none. Undefined where there is none. */
export function pictureIn(value: unknown): string | undefined {
  if (typeof value === 'string') return isAddress(value) ? value : undefined;
  if (!isRaw(value)) return undefined;
  const inner = field(value, ['url', 'pictureUrl', 'profilePictureUrl', 'data']);
  return inner === value ? undefined : pictureIn(inner);
}

function isAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\//i.test(text) && URL.canParse(text);
}
