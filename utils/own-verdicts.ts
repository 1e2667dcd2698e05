import type { Verdict } from './model/sight';
import type { Word } from './words';

/** What can be said of the invite of a group of one's own, without a look behind it. */
export type OwnVerdict = Extract<Verdict, 'live' | 'full' | 'unknown'>;

/** Each with its word, and the shape that stands beside it: a path of 10 by 10. */
export const ownVerdicts: Readonly<Record<OwnVerdict, { readonly word: Word; readonly sign: string }>> = {
  live: { word: 'verdictLive', sign: 'M1 5a4 4 0 1 1 8 0a4 4 0 1 1-8 0z' },
  full: { word: 'verdictFull', sign: 'M5 0l5 5-5 5-5-5z' },
  unknown: {
    word: 'verdictUnknown',
    sign: 'M2 3a3 3 0 1 1 4.4 2.7c-.5.3-.6.5-.6 1.3H4.2c0-1.5.4-2 1.3-2.6A1.4 1.4 0 1 0 3.6 3zM4 8.1h2v1.9H4z',
  },
};
