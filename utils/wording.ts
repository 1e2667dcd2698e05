import type { TroubleFacts, TroubleKind } from './trouble';
import { say, sayCount, type Word } from './words';

/** A failure in words: what happened, what to do next, and the gateway's own words where it had some. */
export interface TroubleWords {
  readonly what: string;
  readonly next: string;
  readonly detail?: string;
}

/** `NoSuchHost` for `no-such-host`. */
type Capitals<Kind extends string> = Kind extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitals<Rest>}`
  : Capitalize<Kind>;

/**
 * What happened ($1 the host, $2 the wait or the state, $3 the make, $4 a better address) and what to do about it. Each
 * kind has two words in the catalogue that are named for it, or this does not compile: a table of them would be three
 * kilobytes in everything that can say what went wrong.
 */
export function wordsOfKind(kind: TroubleKind): readonly [what: Word, next: Word] {
  const name = kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) as Capitals<TroubleKind>;
  return [`trouble${name}`, `trouble${name}Next`];
}

/** What to do about a session that is down, by the state that the gateway names. */
const sessionNext: readonly (readonly [state: RegExp, next: Word])[] = [
  [/^SCAN_QR_CODE$/i, 'sessionScanNext'],
  [/^PASSKEY_(CONFIRMATION_)?REQUIRED$/i, 'sessionPasskeyNext'],
  [/^(STARTING|CONNECTING)$/i, 'sessionWaitNext'],
  [/^(STOPPED|FAILED|ERROR|CLOSE)$/i, 'sessionStartNext'],
];

/** Engines that hand the old link back instead of making a new one. */
const keepsLinks = /^gows$/i;

/** What happened and what to do: where more is known than the kind, in words of its own. */
function wordsFor({ kind, state = '', engine = '' }: TroubleFacts): readonly [what: Word, next: Word] {
  const [what, next] = wordsOfKind(kind);
  if (kind === 'session-down') return [what, sessionNext.find(([known]) => known.test(state))?.[1] ?? next];
  if (kind === 'not-rotated' && keepsLinks.test(engine)) return ['troubleNotRotatedGows', 'troubleNotRotatedGowsNext'];
  return [what, next];
}

export function troubleWords(facts: TroubleFacts): TroubleWords {
  const [what, next] = wordsFor(facts);
  const { host = say('theGateway'), state = wait(facts.waitMs), make = say('theGateway'), better = '' } = facts;
  const values = [host, state, make, better];
  const detail = details(facts);
  return { what: say(what, ...values), next: say(next, ...values), ...(detail ? { detail } : {}) };
}

function wait(ms: number | undefined): string {
  if (ms === undefined) return say('aMoment');
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? sayCount('waitSeconds', seconds) : sayCount('waitMinutes', Math.ceil(seconds / 60));
}

function details({ status, engine, said }: TroubleFacts): string {
  const parts = [
    status && say('httpStatus', String(status)),
    engine && say('engineNamed', engine),
    said && say('gatewaySaid', said),
  ];
  return parts.filter(Boolean).join(' · ');
}
