import type { Alert, AlertKind } from './model';

/** What is told of a cause; its id is made of kind and subject. */
export type Cause = Omit<Alert, 'id' | 'since' | 'at' | 'times' | 'notifiedAt' | 'dismissed'> & {
  readonly subject: string;
};

export interface Told {
  readonly alerts: Alert[];
  /** Whether it had not been there, or has happened anew. */
  readonly isNews: boolean;
  /** To be told by a notification; that it was told is noted already. */
  readonly tell?: Alert;
}

/** No cause is told of twice in this time, whatever becomes of its alert meanwhile. */
export const hushMs = 3_600_000;
const mostAlerts = 200;
/** So many notifications at once are enough: the rest stands in the list. */
const mostAtOnce = { count: 6, ms: 600_000 };
/** What could not be told is no alarm before it has lasted. */
const patience = { times: 5, ms: 86_400_000 };

/** Whoever sees the same within this time sees what was seen just now. */
const momentMs = 10_000;

/** What happens, and is news each time. Everything else lasts: seen again, it is the same. */
const happens: ReadonlySet<AlertKind> = new Set<AlertKind>([
  ...(['changed-elsewhere', 'rotated', 'not-rotated', 'campaign-over', 'queue-done'] as const),
]);

export function alertId(kind: AlertKind, subject: string): string {
  return `${kind} ${subject}`;
}

/** Whether it is to be shown: nobody has dismissed it, and it lasts. */
export function isOpen({ dismissed }: Alert): boolean {
  return dismissed !== true;
}

/** The alerts after a cause has come, or has come again. Pure. */
export function raised(
  all: readonly Alert[],
  cause: Cause,
  { now, mayTell }: { readonly now: number; readonly mayTell: boolean },
): Told {
  const id = alertId(cause.kind, cause.subject);
  const known = all.find((alert) => alert.id === id);
  const before = known && isStanding(known) ? known : undefined;
  if (before && isSame(before, cause)) return { alerts: [...all], isNews: false };
  const alert = renewed(id, { known, before, cause, now });
  const news = isNews(before, alert);
  const isOwed = news || (alert.notifiedAt ?? -Infinity) < alert.since;
  const tell = mayTell && isOpen(alert) && isOwed && isQuiet(alert, now) && !isLoud(all, now);
  const kept = tell ? { ...alert, notifiedAt: now } : alert;
  const alerts = tidied([kept, ...all.filter((other) => other.id !== id)], now);
  return { alerts, isNews: news, ...(tell && { tell: kept }) };
}

/** The alerts after a cause has gone. When it was last told of is remembered for as long as it matters. Pure. */
export function calmed(all: readonly Alert[], id: string, now: number): Alert[] {
  return tidied(
    all.map((alert) => (alert.id === id ? { ...alert, times: 0, dismissed: true } : alert)),
    now,
  );
}

/** The alerts after somebody has put one aside. Pure. */
export function putAside(all: readonly Alert[], id: string): Alert[] {
  return all.map((alert) => (alert.id === id ? { ...alert, dismissed: true } : alert));
}

/** One that was calmed, and is kept for when it was told of, counts no times. */
function isStanding({ times }: Alert): boolean {
  return times > 0;
}

/** Whether a thing that happened is the very one that is known: the same change, found by two who looked. */
function isSame(before: Alert, { between }: Cause): boolean {
  return between !== undefined && between.to === before.between?.to;
}

interface Coming {
  readonly known: Alert | undefined;
  readonly before: Alert | undefined;
  readonly cause: Cause;
  readonly now: number;
}

function renewed(id: string, { known, before, cause, now }: Coming): Alert {
  const { subject: _, ...facts } = cause;
  const since = Math.min(before?.since ?? now, now);
  const told = known?.notifiedAt === undefined ? {} : { notifiedAt: known.notifiedAt };
  const times = (before?.times ?? 0) + (before && isMoment(before, now) ? 0 : 1);
  const alert: Alert = { ...facts, id, since, at: now, times, ...told };
  const isAside = !isRipe(alert) || (!isNews(before, alert) && before?.dismissed === true);
  return isAside ? { ...alert, dismissed: true } : alert;
}

function isMoment({ kind, at }: Alert, now: number): boolean {
  return !happens.has(kind) && Math.abs(now - at) < momentMs;
}

function isNews(before: Alert | undefined, alert: Alert): boolean {
  return !before || happens.has(alert.kind) || (isRipe(alert) && !isRipe(before));
}

function isRipe({ kind, times, since, at }: Alert): boolean {
  return kind !== 'check-failed' || (times >= patience.times && at - since >= patience.ms);
}

/** Also where the clock was set back by more than that since. */
function isQuiet({ notifiedAt }: Alert, now: number): boolean {
  return notifiedAt === undefined || Math.abs(now - notifiedAt) >= hushMs;
}

function isLoud(all: readonly Alert[], now: number): boolean {
  const lately = all.filter(({ notifiedAt }) => Math.abs(now - (notifiedAt ?? -Infinity)) < mostAtOnce.ms);
  return lately.length >= mostAtOnce.count;
}

/** What is still of use, newest first: those just told of, then those that somebody is to see, then the rest. */
function tidied(all: readonly Alert[], now: number): Alert[] {
  const useful = all.filter((alert) => isStanding(alert) || !isQuiet(alert, now));
  const rank = (alert: Alert) => (!isQuiet(alert, now) ? 0 : isOpen(alert) ? 1 : 2);
  const best = useful.toSorted((a, b) => rank(a) - rank(b) || b.at - a.at).slice(0, mostAlerts);
  return best.toSorted((a, b) => b.at - a.at);
}
