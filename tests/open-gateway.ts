import type { Choices, Credentials, Holder } from '../sandbox/dialect.ts';
import { makes as dialects } from '../sandbox/hall.ts';
import type { visitor } from '../sandbox/visitor.ts';
import type { Verb } from '../utils/model/account';
import { openHttp, type usualLimits } from '../utils/providers/http';
import { providerOf, providers } from '../utils/providers/index';
import type { Gateway, Kept, Provider } from '../utils/providers/provider';
import { ailmentsOf } from './make-ways';

interface Row extends Readonly<Record<Holder, Credentials>> {
  readonly path: string;
  readonly choices: Choices;
}

/** How each make's gateway in the sandbox is reached: the marketer's account, and the one with ten thousand groups. */
export const makes: Readonly<Record<string, Row>> = Object.fromEntries(
  dialects.flatMap((dialect) => {
    const { make, holders, choices } = dialect();
    return holders ? [[make, { path: `/${make}`, choices, ...holders }]] : [];
  }),
);

/** The makes that stand behind a network. */
export const gateways: readonly Provider[] = providers.filter(({ demo }) => !demo);

/** Every way in which sources disagree about a make, one at a time. */
export const disagreements = Object.entries(makes).flatMap(([make, { choices }]) =>
  Object.entries(choices)
    .filter(([choice]) => !ailmentsOf(make).includes(choice))
    .flatMap(([choice, values]) => values.slice(1).map((value) => ({ make, choice, value }))),
);

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
  readonly holder?: Holder;
  readonly fields?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly limits?: Partial<typeof usualLimits>;
  readonly habits?: Map<string, string>;
}

/** Opens a make's gateway at the sandbox, or at any other server that plays it. */
export function openGateway(make: string, how: How): Gateway {
  const provider = providerOf(make);
  const entry = makes[make];
  if (!provider || !entry) throw new RangeError(`The sandbox plays no ${make}`);
  const keys = entry[how.holder ?? 'demo'];
  const secrets = { ...keys.secrets, ...how.secrets };
  const habits = how.habits ?? new Map<string, string>();
  const known = Object.values(secrets);
  return provider.connect({
    fields: { ...keys.fields, ...how.fields },
    secrets,
    http: (headers) => openHttp({ server: how.url + entry.path, secrets: known, limits: how.limits }, headers),
    kept: keptHere(),
    habits: { get: (habit) => habits.get(habit), set: (habit, value) => void habits.set(habit, value) },
  });
}

/** What a make that lives inside the extension keeps, as long as the test runs. */
export function keptHere(value?: unknown): Kept {
  let now = value;
  return {
    read: async () => now,
    change: async (edit) => {
      now = edit(now);
    },
  };
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
