import type { QueueRow } from '../../over-time/model';
import type { QueueHead } from '../../store/care-items';
import type { TroubleFacts, TroubleKind } from '../../trouble';
import { settlingMs } from '../settling';

/** How long between two looks that led to no join. */
export const lookGapMs = 3_000;
/** How often one group may fail in a way that passes. */
export const mostTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;
const minuteMs = 60_000;

/**
 * What a trouble on the way to a group means. `stop`: WhatsApp has had enough of the account; `wait`: nothing can be joined
 * just now; `pause`: nothing can be joined until somebody sees to it; `later`: this group may go another time; `row`: this
 * group will never do.
 */
export type Consequence = 'stop' | 'wait' | 'pause' | 'later' | 'row';

const consequences: readonly (readonly [Consequence, readonly TroubleKind[]])[] = [
  ['stop', ['restricted', 'too-many-joins']],
  [
    'wait',
    [
      'slow-down',
      'too-soon',
      'busy',
      'session-down',
      'no-session',
      'vault-locked',
      'disk-full',
      'store-failed',
      'policy-unread',
    ],
  ],
  ['wait', ['unreachable', 'no-network', 'closed-port', 'no-such-host', 'bad-certificate', 'unrecorded']],
  [
    'pause',
    [
      'no-account',
      'no-permission',
      'key-limited',
      'key-refused',
      'secrets-lost',
      'lacks',
      'policy-bars',
      'key-missing',
    ],
  ],
  ['pause', ['origin-refused', 'wrong-path', 'web-page', 'other-make', 'not-tls', 'blocked-port', 'no-port']],
  ['pause', ['redirected', 'needs-https', 'bad-address', 'store-newer']],
  ['later', ['timed-out', 'cut-off', 'too-big', 'not-a-gateway', 'gateway-failed', 'locked', 'page-unread']],
  ['later', ['unsettled', 'unexpected']],
];

const consequenceOf: ReadonlyMap<TroubleKind, Consequence> = new Map(
  consequences.flatMap(([consequence, kinds]) => kinds.map((kind) => [kind, consequence] as const)),
);

export function consequence({ kind }: TroubleFacts): Consequence {
  return consequenceOf.get(kind) ?? 'row';
}

/** Trouble with how long it is waited for: as long as it asks, else twice as long as the last time. */
export function waitFor(trouble: TroubleFacts, before: TroubleFacts | undefined): TroubleFacts & { waitMs: number } {
  const grown = before?.waitMs === undefined ? firstWaitMs : before.waitMs * 2;
  return { ...trouble, waitMs: trouble.waitMs ?? Math.min(Math.max(grown, firstWaitMs), longestWaitMs) };
}

/** When the queue may do something next. A clock that was set back must not hold it up for a day. */
export function turnOf({ nextAt = 0, waits, perMinute }: QueueHead, now: number): number {
  const longest = Math.max(waits?.waitMs ?? 0, (3 * minuteMs) / perMinute);
  return Math.min(nextAt, now + longest);
}

/** When a row that has failed may be tried again; 0 where it has not. */
export function retryAt({ at, tries, trouble }: QueueRow): number {
  if (!trouble) return 0;
  return at + (trouble.kind === 'unsettled' ? settlingMs + 1_000 : minuteMs * 2 ** Math.min(tries, mostTries));
}

/** The row whose turn it is: those that have not failed go first, in their order. */
export function nextRow(rows: readonly QueueRow[], now: number): QueueRow | undefined {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const fresh = waiting.find(({ trouble }) => !trouble);
  if (fresh) return fresh;
  const due = waiting.filter((row) => retryAt(row) <= now || row.at > now);
  return due.toSorted((a, b) => a.at - b.at || a.seq - b.seq)[0];
}

/** When the first of the rows that have failed may be tried again. */
export function nextRetryAt(rows: readonly QueueRow[]): number | undefined {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return waiting.length > 0 ? Math.min(...waiting.map(retryAt)) : undefined;
}

/** A row that has failed in a way that passes. `hasCounted`: one of its tries is used up. */
export function postponed(
  row: QueueRow,
  { trouble, hasCounted, now }: { readonly trouble: TroubleFacts; readonly hasCounted: boolean; readonly now: number },
): QueueRow {
  return { ...row, state: 'waiting', trouble, at: now, tries: row.tries + (hasCounted ? 1 : 0) };
}

/** The id of the join that a row makes: of each try there can be one. */
export function joinId({ id, tries }: Pick<QueueRow, 'id' | 'tries'>): string {
  return `queue ${id} ${tries}`;
}

/** Whether a row's outcome may still turn out to be another. */
export function isOpen({ state, trouble }: QueueRow): boolean {
  return state === 'unknown' || (state === 'waiting' && trouble?.kind === 'unsettled');
}

/** Whether a row has come to its end. */
export function isOver({ state }: QueueRow): boolean {
  return state !== 'waiting' && state !== 'working';
}
