const longest = 100;
const longestRead = 1000;

// Hangul fillers and the empty Braille cell look like nothing: names are made of them.
const gaps = /[\p{Cc}\p{Z}\u115F\u1160\u3164\uFFA0\u2800]+/gu;
// Joiners (200C, 200D) stay: Persian and emoji need them. So do tags in a flag.
export const hidden =
  /\u034F|[\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{1D173}-\u{1D17A}]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E0FFF}]/gu;
export const piles = /(\p{M}{4})\p{M}+/gu;
export const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A group's name fit for other people's pages: one line, at most 100 signs, nothing that is unseen or turns the text
 * around it. Empty where nothing is left to see.
 */
export function cleanName(name: string): string {
  const line = name.slice(0, longestRead).replace(hidden, '').replace(gaps, ' ').replace(piles, '$1').trim();
  return visible.test(line) ? shortened(line) : '';
}

/** A name for the middle of a sentence, which it can neither turn nor be turned by: in U+2068 and U+2069. */
export function isolated(name: string): string {
  return `\u2068${cleanName(name)}\u2069`;
}

function shortened(line: string): string {
  // Most names: to count what one sees is the dear part, and a list of groups has a name in every row.
  if (line.length <= longest) return line;
  const signs = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line), (s) => s.segment);
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line;
}
