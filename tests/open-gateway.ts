import type { visitor } from '../sandbox/visitor.ts';
import type { Verb } from '../utils/model';
import { openHttp, type usualLimits } from '../utils/providers/http';
import { providerOf } from '../utils/providers/index';
import type { Gateway } from '../utils/providers/provider';

interface Keys {
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** How each make's gateway in the sandbox is reached: the marketer's account, and the one with ten thousand groups. */
export const makes: Readonly<Record<string, { readonly path: string; readonly demo: Keys; readonly big: Keys }>> = {
  wawp: {
    path: '/wawp',
    demo: { fields: { instance: 'K3PWAWPDEMO1' }, secrets: { token: 'wawp-demo-token' } },
    big: { fields: { instance: 'BIGWAWPDEMO2' }, secrets: { token: 'wawp-big-token' } },
  },
  wasend: {
    path: '/wasend',
    demo: { fields: { session: 'demo' }, secrets: { key: 'wasend-demo-key' } },
    big: { fields: { session: 'big' }, secrets: { key: 'wasend-big-key' } },
  },
};

/** What the sandbox calls our verbs. */
export const deskVerbs: Readonly<Record<Verb, string>> = {
  session: 'session',
  groups: 'list',
  group: 'info',
  members: 'participants',
  picture: 'picture',
  invite: 'code',
  revoke: 'revoke',
  probe: 'probe',
  join: 'join',
  leave: 'leave',
  send: 'send',
};

export interface How {
  readonly url: string;
  readonly holder?: 'demo' | 'big';
  readonly fields?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly limits?: Partial<typeof usualLimits>;
  readonly habits?: Map<string, string>;
}

/** Opens a make's gateway at the sandbox, or at any other server that plays it. */
export function openGateway(make: string, how: How): Gateway {
  const provider = providerOf(make);
  const entry = makes[make];
  if (!provider || !entry) throw new RangeError(`No row for ${make} in tests/open-gateway.ts`);
  const keys = entry[how.holder ?? 'demo'];
  const secrets = { ...keys.secrets, ...how.secrets };
  const habits = how.habits ?? new Map<string, string>();
  const known = Object.values(secrets);
  return provider.connect({
    fields: { ...keys.fields, ...how.fields },
    secrets,
    http: (headers) => openHttp({ server: how.url + entry.path, secrets: known, limits: how.limits }, headers),
    habits: { get: (habit) => habits.get(habit), set: (habit, value) => void habits.set(habit, value) },
  });
}

type Visitor = Pick<ReturnType<typeof visitor>, 'desk'>;

/** The desk, asked again where Node kept a connection that a fault had just killed. */
export function patient({ desk }: Visitor): Visitor & { choose: (make: string, picks: object) => Promise<unknown> } {
  const again: Visitor['desk'] = (...call) =>
    desk(...call).catch((caught: unknown) => {
      if (caught instanceof TypeError) return desk(...call);
      throw caught;
    });
  return { desk: again, choose: (make, picks) => again('POST', 'variants', { make, ...picks }) };
}
