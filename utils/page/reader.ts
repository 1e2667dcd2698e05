import type { InviteCode } from '../invite-link';
import type { InviteInText } from '../invites-in/codes';

/** Reads what cannot be told at a glance: addresses within addresses, in disguise, or in pieces. */
export interface Reader {
  codesBehind(address: string, base: string): readonly InviteCode[];
  codesIn(text: string): readonly InviteCode[];
  /** The invites in a line, which is made of these texts; each begins at one of these places. */
  invitesIn(line: string, texts: readonly Text[], begins: readonly number[]): readonly InviteInText[];
}

const puzzle = new Error('Only the reader can tell');

export const isPuzzle = (caught: unknown): boolean => caught === puzzle;

function puzzled(): never {
  throw puzzle;
}

/** Stands in until the reader has come: whoever needs it has to begin again then. */
export const noReader: Reader = { codesBehind: puzzled, codesIn: puzzled, invitesIn: puzzled };
