const longest = 100;
const longestRead = 1000;

// Hangul fillers and the empty Braille cell look like nothing: names are made of them.
const gaps = /[\p{Cc}\p{Z}\u115F\u1160\u3164\uFFA0\u2800]+/gu;
// Joiners (200C, 200D) stay: Persian and emoji need them.
const hidden = /[\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const piles = /(\p{M}{4})\p{M}+/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A group's name fit for other people's pages: one line, at most 100 signs, nothing that is unseen or turns the text
 * around it. Empty where nothing is left to see.
 */
export function cleanName(name: string): string {
  const line = name.slice(0, longestRead).replace(hidden, '').replace(gaps, ' ').replace(piles, '$1').trim();
  return visible.test(line) ? shortened(line) : '';
}

function shortened(line: string): string {
  const signs = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line), (s) => s.segment);
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line;
}
