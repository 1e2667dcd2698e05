import { inviteUrl } from '../invite-link';
import type { HandOut } from '../model/hand-out';
import type { CodeLife } from '../model/record';
import { csv, iso } from './csv';

/** The life of one code, for a table. */
export interface CodeLine {
  readonly group: string;
  readonly groupId: string;
  readonly link: string;
  readonly code: string;
  readonly state: 'current' | 'retired' | 'changed-elsewhere';
  /** ISO 8601, as all times are. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly how: CodeLife['how'];
  readonly ended?: string;
  readonly reason?: string;
  readonly nextLink?: string;
  readonly failedAttempts?: number;
}

/** One invite that left the house, for a table. */
export interface HandOutLine {
  readonly at: string;
  readonly group: string;
  readonly groupId: string;
  readonly shape: HandOut['shape'];
  readonly label?: string;
  readonly printed: boolean;
  readonly link: string;
  readonly code: string;
}

/** How a code stands. */
export function standOf({ ended }: Pick<CodeLife, 'ended'>): CodeLine['state'] {
  return ended?.event ?? 'current';
}

export function codeLine(life: CodeLife): CodeLine {
  const { name, group, code, firstSeen, lastSeen, how, ended, attempts } = life;
  return {
    group: name,
    groupId: group,
    link: inviteUrl(code),
    code,
    state: standOf(life),
    firstSeen: iso(firstSeen),
    lastSeen: iso(lastSeen),
    how,
    ...(ended && { ended: iso(ended.at), nextLink: inviteUrl(ended.next) }),
    ...(ended?.reason && { reason: ended.reason }),
    ...(attempts > 0 && { failedAttempts: attempts }),
  };
}

export function handOutLine({ at, name, group, shape, label, printed, code }: HandOut): HandOutLine {
  return {
    at: iso(at),
    group: name,
    groupId: group,
    shape,
    ...(label && { label }),
    printed,
    link: inviteUrl(code),
    code,
  };
}

const codeColumns = [
  ...['group', 'groupId', 'link', 'code', 'state', 'firstSeen', 'lastSeen', 'how', 'ended', 'reason', 'nextLink'],
  'failedAttempts',
] as readonly (keyof CodeLine)[];
const handOutColumns = [
  ...['at', 'group', 'groupId', 'shape', 'label', 'printed', 'link', 'code'],
] as readonly (keyof HandOutLine)[];

/** Codes for a spreadsheet; nothing in it can run as a formula. */
export function codesCsv(lives: readonly CodeLife[]): string {
  return csv(codeColumns, lives.map(codeLine));
}

/** The same as JSON. */
export function codesJson(lives: readonly CodeLife[], now: number): string {
  return json({ saved: iso(now), codes: lives.map(codeLine) });
}

/** Hand-outs for a spreadsheet; nothing in it can run as a formula. */
export function handOutsCsv(handOuts: readonly HandOut[]): string {
  return csv(handOutColumns, handOuts.map(handOutLine));
}

/** The same as JSON. */
export function handOutsJson(handOuts: readonly HandOut[], now: number): string {
  return json({ saved: iso(now), handOuts: handOuts.map(handOutLine) });
}

function json(told: object): string {
  return `${JSON.stringify(told, null, 2)}\n`;
}
