import { bareCode, type InviteCode } from '../invite-link';
import { inviteCode } from '../invites-in/codes';
import type { GroupId } from '../model/group';
import type { Joined, JoinRow, JoinState } from '../model/join';
import type { Sight, Verdict } from '../model/sight';
import { Trouble, type TroubleFacts, type TroubleKind } from '../trouble';
import { nextLookMs } from './settling';

export const paceMs = 60_000;
/** How long a join can be taken back, and a greeting waits. */
export const undoMs = 30_000;
/** No request of ours lasts so long: a join still "sending" by then was cut off. */
export const sendingMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How far back rows matter: for the pace, for a stop, for what is still open. */
export const interestMs = 2 * dayMs;
const lookingMs = 30 * 60_000;

/** How long the pace holds the next join back, in ms; 0 where it may go. No window of a minute sees more than `perMinute`. */
export function holdMs(times: readonly number[], perMinute: number, now: number): number {
  const recent = times.filter((at) => now - at <= paceMs).toSorted((a, b) => b - a);
  const last = recent[perMinute - 1];
  return last === undefined ? 0 : last + paceMs + 1 - now;
}

/** Until when an account does not join at all, because WhatsApp or its gateway said so. */
export interface Stop {
  readonly until: number;
  readonly trouble: TroubleFacts;
}

/** The longest stop that an account's rows tell of. */
export function stopIn(rows: readonly JoinRow[], now: number): Stop | undefined {
  const stops = rows.flatMap(({ at, state, trouble }) =>
    state === 'refused' && trouble ? [{ until: Math.min(at, now) + stopMs(trouble), trouble }] : [],
  );
  return stops.filter(({ until }) => until > now).toSorted((a, b) => b.until - a.until)[0];
}

function stopMs({ kind, waitMs = 0 }: TroubleFacts): number {
  if (kind === 'too-many-joins' || kind === 'restricted') return Math.max(dayMs, waitMs);
  return kind === 'slow-down' ? waitMs : 0;
}

/** Whether there is an allow-list and nothing on it names this group: by id, by name, or by link. */
export function isOutside(
  allowed: readonly string[],
  { code, id, name }: Pick<Sight, 'code' | 'id' | 'name'>,
): boolean {
  const entries = allowed.map((entry) => entry.trim()).filter(Boolean);
  return entries.length > 0 && !entries.some((entry) => isCode(entry, code) || isId(entry, id) || isName(entry, name));
}

function isCode(entry: string, code: InviteCode): boolean {
  return bareCode(entry) === code || inviteCode(entry) === code;
}

function isId(entry: string, id: GroupId | undefined): boolean {
  return id !== undefined && (entry === id || `${entry}@g.us` === id);
}

function isName(entry: string, name: string | undefined): boolean {
  return name !== undefined && folded(entry) === folded(name);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** What must not even be tried; undefined where a join makes sense. */
export function hopeless(verdict: Verdict): TroubleKind | undefined {
  const kinds = { retired: 'link-retired', invalid: 'link-invalid', full: 'full' } as const;
  return verdict === 'live' || verdict === 'approval' || verdict === 'unknown' ? undefined : kinds[verdict];
}

/** Whether the account is in the group, by its list of groups; `unread` where the list or the group's id is wanting. */
export type Inside = 'in' | 'out' | 'unread';

const leavesOpen: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['unreachable', 'timed-out', 'cut-off', 'too-big', 'not-a-gateway', 'gateway-failed', 'unexpected'] as const),
]);

/** Whether what was asked may have been done all the same. */
export function mayHaveHappened({ kind }: Pick<Trouble, 'kind'>): boolean {
  return leavesOpen.has(kind);
}

/** Whether only the list of groups can tell what this reply means. */
export function needsList(reply: Joined | Trouble): boolean {
  return reply instanceof Trouble ? mayHaveHappened(reply) : reply.outcome !== 'asked';
}

/** How a join has ended, by the reply, the list of groups, and whether admins approve. */
export function endingOf(
  reply: Joined | Trouble,
  inside: Inside,
  verdict: Verdict,
): Pick<JoinRow, 'state' | 'trouble'> {
  if (reply instanceof Trouble && reply.kind === 'already-in') return { state: 'already-in' };
  if (reply instanceof Trouble && !mayHaveHappened(reply)) return { state: 'refused', trouble: reply.facts };
  if (inside === 'in') return { state: 'joined' };
  if (reply instanceof Trouble) return { state: 'unknown', trouble: reply.facts };
  return { state: stateOf(reply.outcome, inside, verdict) };
}

/** A yes of WhatsApp's means joined or asked: who is not in the group has asked. */
function stateOf(outcome: Joined['outcome'], inside: Inside, verdict: Verdict): JoinState {
  if (outcome === 'asked' || verdict === 'approval') return 'asked';
  return outcome === 'joined-or-asked' && inside === 'out' ? 'asked' : 'unknown';
}

/** A row with its ending: what can be taken back, and what becomes of its greeting. */
export function endedRow(row: JoinRow, ending: Pick<JoinRow, 'state' | 'trouble'>, now: number): JoinRow {
  const { trouble: _, greeting, ...rest } = row;
  const { state, trouble } = ending;
  const stays = state === 'joined' || state === 'unknown';
  // Nobody expects to greet a group long after joining it.
  const late = now - row.at > hourMs;
  const called = greeting?.state === 'waiting' && (!stays || late);
  return {
    ...rest,
    state,
    ...(trouble && { trouble }),
    ...(state === 'joined' && { leaveUntil: now + undoMs }),
    ...(greeting && { greeting: called ? { ...greeting, state: 'called-off' as const } : greeting }),
  };
}

/** What is to be done about a greeting now. `lost` was being sent when the background was stopped. */
export function greetingNow(
  { state, greeting, leaveUntil, at }: JoinRow,
  now: number,
): 'send' | 'late' | 'lost' | 'rest' {
  if (greeting?.state === 'sending') return 'lost';
  if (greeting?.state !== 'waiting' || state !== 'joined') return 'rest';
  const due = leaveUntil ?? at + undoMs;
  if (now < due) return 'rest';
  return now - due > hourMs ? 'late' : 'send';
}

/** When a row must be looked after next, in ms since 1970; undefined where it has come to its end. */
export function nextTurn(row: JoinRow, now: number): number | undefined {
  const { at, state, greeting, leaveUntil } = row;
  if (greeting?.state === 'sending') return now + sendingMs;
  if (state === 'sending') return Math.max(at + sendingMs, now);
  if (state === 'unknown') return now - at < lookingMs ? now + nextLookMs(now - at) : undefined;
  return state === 'joined' && greeting?.state === 'waiting' ? (leaveUntil ?? at + undoMs) : undefined;
}

/** Whether the background lists groups by itself to learn what became of a join. */
export function isToBeLookedAt({ state, at }: JoinRow, now: number): boolean {
  return (state === 'sending' && now - at >= sendingMs) || (state === 'unknown' && now - at < lookingMs);
}

/** Whether whoever opens the window again wants to hear of it. */
export function isOfInterest({ state, at, greeting, leaveUntil = 0 }: JoinRow, now: number): boolean {
  if (state === 'joined') return leaveUntil > now || greeting?.state === 'waiting' || greeting?.state === 'sending';
  return (state === 'sending' || state === 'unknown' || state === 'asked') && now - at < dayMs;
}
