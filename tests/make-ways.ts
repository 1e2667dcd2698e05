import type { Verb } from '../utils/model/account';
import type { TroubleKind } from '../utils/trouble';

/** What a make keeps to itself. Everything that is not named here it tells as the others do. */
export interface Ways {
  /** The session's state, in its own word, while the phone has to scan a QR code. */
  readonly state?: string;
  /** What is not told of a group in the list, or in full: the contract does not ask for it. */
  readonly list?: readonly ('size' | 'admin' | 'kind' | 'approval')[];
  readonly group?: readonly ('size' | 'admin' | 'kind' | 'approval' | 'createdAt' | 'description')[];
  /** What WhatsApp's refusals become where it does not say which one it was. */
  readonly hides?: Readonly<Partial<Record<Refused, TroubleKind>>>;
  /** What it says of a key that is wrong, and of a session that is not there, where it mixes them up. */
  readonly wrongKey?: TroubleKind;
  readonly wrongSession?: TroubleKind;
  /** How its verbs end under a fault, where that is not how most makes' verbs end. */
  readonly faults?: Readonly<Record<string, Readonly<Partial<Record<Verb, TroubleKind | 'good'>>>>>;
  /** How a join ends where its reply does not name the group, and where an admin must approve it. */
  readonly joined?: 'unknown';
  readonly pending?: TroubleKind;
  /** What the sandbox calls a verb for which this make asks another's route. */
  readonly asks?: Readonly<Partial<Record<Verb, string>>>;
  /** Choices under which it does not do what it is asked to: not the contract plays them, but tests of their own. */
  readonly ailments?: readonly string[];
}

/** The refusals that the contract asks for. */
export type Refused =
  | 'read as a member'
  | 'revoke as a member'
  | 'read as a stranger'
  | 'unknown group'
  | 'probe a retired code'
  | 'join by a retired code'
  | 'probe an invented code'
  | 'join a full group'
  | 'join after a removal'
  | 'join where one is';

const table: Readonly<Record<string, Ways>> = {
  wawp: {},
  wasend: {},
  waha: {
    faults: {
      // Its own 403 is about the key's rights alone.
      '403': { invite: 'key-limited', revoke: 'key-limited' },
      // An older NOWEB answers so about a group that it does not know.
      'empty-200': { group: 'no-such-group' },
      // Its codes are bare words: half of one is a word as well.
      'truncated-json': { invite: 'no-code' },
    },
  },
  evolution: {
    state: 'connecting',
    list: ['approval'],
    group: ['approval'],
    hides: { 'probe a retired code': 'link-unknown', 'probe an invented code': 'link-unknown' },
    faults: {
      // It has no such answer of its own, so this is a proxy's.
      '403': { invite: 'key-limited', revoke: 'key-limited' },
      // Of a lost connection neither of these says anything.
      'session-down': { picture: 'good', probe: 'link-unknown' },
    },
    ailments: ['whatsapp', 'origins', 'instance'],
  },
  wppconnect: {
    state: 'QRCODE',
    group: ['kind', 'approval'],
    hides: {
      // The page only knows the groups it holds.
      'read as a stranger': 'no-such-group',
      'probe a retired code': 'link-unknown',
      'probe an invented code': 'link-unknown',
    },
    wrongSession: 'key-refused',
    joined: 'unknown',
    pending: 'gateway-failed',
    asks: { members: 'info' },
    // It has no such answer of its own, so this is a proxy's.
    faults: { '403': { invite: 'key-limited', revoke: 'key-limited' } },
  },
  gowa: {
    state: 'not connected',
    asks: { members: 'info' },
    // It has no such answer of its own, so this is a proxy's.
    faults: { '403': { invite: 'key-limited', revoke: 'key-limited' } },
  },
  // Nobody asks it about codes that are not its own: it knows nothing of them.
  demo: { hides: { 'probe an invented code': 'no-source' } },
};

export function waysOf(make: string): Ways {
  const ways = table[make];
  if (!ways) throw new RangeError(`No row for ${make} in tests/make-ways.ts`);
  return ways;
}

/** Choices that the contract does not play, for nothing would hold under them. */
export function ailmentsOf(make: string): readonly string[] {
  return table[make]?.ailments ?? [];
}
