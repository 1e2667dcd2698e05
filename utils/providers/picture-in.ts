import { field, isRaw } from './fields-in';

const names = ['url', 'pictureUrl', 'profilePictureUrl', 'eurl', 'imgFull', 'img', 'data', 'results', 'response'];

/** The address of a picture; anything but a web address is none. Undefined where there is none. */
export function pictureIn(value: unknown): string | undefined {
  if (typeof value === 'string') return isAddress(value) ? value : undefined;
  if (!isRaw(value)) return undefined;
  const inner = field(value, names);
  return inner === value ? undefined : pictureIn(inner);
}

function isAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\//i.test(text) && URL.canParse(text);
}
