import { cleanName, isolated } from '../handout/clean-name';
import type { TroubleFacts } from '../trouble';
import { type TroubleWords, troubleWords } from '../wording';
import { language, say, type Word } from '../words';
import type { Alert, AlertKind } from './model';

/** An alert in words: what it is about, what happened and what to do. */
export interface AlertWords {
  readonly title: string;
  readonly text: string;
}

interface Row {
  readonly title: Word;
  /** The name is `$1`, what `values` gives follows. */
  readonly text: Word;
  readonly values?: (alert: Alert, zone: string) => readonly (string | number)[];
  /** What stands instead where this is missing. */
  readonly without?: { readonly what: 'next' | 'count' | 'trouble'; readonly text: Word };
  /** Whether a person has to do something about it: the toolbar says so. */
  readonly asks: boolean;
}

const filled = ({ count = 0, of = 0 }: Alert) => [count, of];
const toldWhy = ({ trouble }: Alert) => (trouble ? both(troubleOf(trouble)) : []);

const table: Readonly<Record<AlertKind, Row>> = {
  'changed-elsewhere': {
    ...{ title: 'alertElsewhere', text: 'alertElsewhereText', asks: true },
    values: ({ between, at }, zone) => spanOf(between?.from, between?.to ?? at, zone),
  },
  rotated: { title: 'alertRotated', text: 'alertRotatedText', asks: false },
  'not-admin': { title: 'alertNotAdmin', text: 'alertNotAdminText', asks: true },
  gone: { title: 'alertGone', text: 'alertGoneText', asks: true },
  'session-down': {
    ...{ title: 'alertSessionDown', text: 'alertWithTrouble', asks: true, values: toldWhy },
    without: { what: 'trouble', text: 'alertSessionDownText' },
  },
  'check-failed': {
    ...{ title: 'alertCheckFailed', text: 'alertWithTrouble', asks: true, values: toldWhy },
    without: { what: 'trouble', text: 'alertCheckFailedText' },
  },
  overdue: { title: 'alertOverdue', text: 'alertOverdueText', asks: true },
  printed: { title: 'alertPrinted', text: 'alertPrintedText', asks: true },
  changed: { title: 'alertChanged', text: 'alertChangedText', asks: true },
  'not-rotated': {
    ...{ title: 'alertNotRotated', text: 'alertWithTrouble', asks: true, values: toldWhy },
    without: { what: 'trouble', text: 'alertNotRotatedText' },
  },
  paused: {
    ...{ title: 'alertPaused', text: 'alertWithTrouble', asks: true, values: toldWhy },
    without: { what: 'trouble', text: 'alertPausedText' },
  },
  // The toolbar says it in words of its own.
  locked: { title: 'alertLocked', text: 'alertLockedText', asks: false },
  filling: {
    ...{ title: 'alertFilling', text: 'alertFillingText', asks: false, values: filled },
    without: { what: 'count', text: 'alertFillingUncounted' },
  },
  full: {
    ...{ title: 'alertFull', text: 'alertFullText', asks: true, values: filled },
    without: { what: 'count', text: 'alertFullUncounted' },
  },
  'last-cell': {
    ...{ title: 'alertLastCell', text: 'alertLastCellText', asks: true, values: ({ next = '' }) => [named(next)] },
    without: { what: 'next', text: 'alertLastCellNone' },
  },
  'no-cell': { title: 'alertNoCell', text: 'alertNoCellText', asks: true },
  'campaign-over': { title: 'alertCampaignOver', text: 'alertCampaignOverText', asks: false },
  'queue-stopped': {
    ...{ title: 'alertQueueStopped', text: 'alertWithTrouble', asks: true, values: toldWhy },
    without: { what: 'trouble', text: 'alertQueueStoppedText' },
  },
  'queue-done': { title: 'alertQueueDone', text: 'alertQueueDoneText', asks: false },
  'policy-unread': { title: 'alertPolicyUnread', text: 'alertPolicyUnreadText', asks: true },
};

/** What an alert says, also outside our own pages; local times in `zone`, or in the browser's own. */
export function alertWords(alert: Alert, zone = ''): AlertWords {
  const { title, values } = table[alert.kind];
  const rest = values?.(alert, zone) ?? [];
  return { title: say(title), text: say(textFor(alert, rest.length), named(alert.name), ...rest) };
}

/** Whether somebody has to do something about it. */
export function asksSomebody({ kind }: Pick<Alert, 'kind'>): boolean {
  return table[kind].asks;
}

/** By what is known of it; of times, whether there are two. */
function textFor(alert: Alert, values: number): Word {
  const { text, without } = table[alert.kind];
  if (alert.kind === 'changed-elsewhere' && values < 2) {
    return alert.between?.from === undefined ? 'alertElsewhereSomeTime' : 'alertElsewhereAt';
  }
  const isBare = without !== undefined && (alert[without.what] === undefined || alert[without.what] === '');
  return isBare ? without.text : text;
}

/** Strangers give groups their names, and gateways say what they like: neither turns the sentence around it. */
function named(name: string): string {
  return cleanName(name) ? isolated(name) : say('alertNameless');
}

function troubleOf(trouble: TroubleFacts): TroubleWords {
  const { state, ...rest } = trouble;
  return troubleWords({ ...rest, ...(state !== undefined && { state: cleanName(state) }) });
}

function both({ what, next }: TroubleWords): readonly [string, string] {
  return [what, next];
}

/** Both ends, the day said once where it is one day; the end alone where no more is known, or where it is one minute. */
function spanOf(from: number | undefined, to: number, zone: string): readonly string[] {
  if (from === undefined || timeOf(from, zone, true) === timeOf(to, zone, true)) return [timeOf(to, zone, true)];
  const isOneDay = dayOf(from, zone) === dayOf(to, zone);
  return [timeOf(from, zone, true), timeOf(to, zone, !isOneDay)];
}

function timeOf(at: number, zone: string, withDay: boolean): string {
  const day: Intl.DateTimeFormatOptions = withDay ? { dateStyle: 'medium' } : {};
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short', ...day, ...within(zone) }).format(at);
}

function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...within(zone) }).format(at);
}

/** A zone that this browser does not know is its own. */
function within(zone: string): Intl.DateTimeFormatOptions {
  try {
    return { timeZone: new Intl.DateTimeFormat('en', { timeZone: zone || undefined }).resolvedOptions().timeZone };
  } catch {
    return {};
  }
}
