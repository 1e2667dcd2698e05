import type { Order } from './faults.ts';
import type { Seen } from './requests.ts';

/** A group as the sandbox itself knows it. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly codes: readonly { readonly code: string; readonly since: number; readonly retiredAt?: number }[];
  readonly revocations: number;
  readonly size: number;
  /** What each account of the sandbox is in it. */
  readonly roles: Readonly<Record<string, string>>;
  /** The accounts that have asked to join and wait for an admin. */
  readonly pending: readonly string[];
}

/** What a group is called, and what it says of itself. */
export interface Named {
  readonly subject: string;
  readonly description: string;
}

/** A length of time, in parts. */
export type Span = Readonly<Partial<Record<'ms' | 'seconds' | 'minutes' | 'hours' | 'days', number>>>;

/** More than some hundred of the longest would not fit into one request. */
const namesAtOnce = 100;

/** The hand on the gateways, from outside. */
export interface Desk {
  /** Orders a fault: everywhere and for good, unless the order says otherwise. */
  order(fault: Order['fault'], where?: Omit<Order, 'fault'>): Promise<void>;
  /** Takes back every order. */
  calm(): Promise<void>;
  /** What the gateways were asked, oldest first. */
  requests(): Promise<readonly Seen[]>;
  forgetRequests(): Promise<void>;
  /** The group with exactly this name; the first of several. */
  group(name: string): Promise<Known>;
  /** Every group that an account is in. */
  groupsOf(account: string): Promise<readonly Known[]>;
  /** Something that happens on a phone: `{ act: 'revoke', group: 'VIP Launch List' }`. */
  happen(event: Readonly<Record<string, unknown>>): Promise<void>;
  /** Moves the sandbox's own clock on: `{ days: 2, hours: 6 }`; what was planned for meanwhile happens. Gives its time, in ms. */
  letPass(span: Span): Promise<number>;
  /** Something that is to happen on a phone later, in the sandbox's own time. */
  later(span: Span, event: Readonly<Record<string, unknown>>): Promise<void>;
  /** Gives an account's groups these names, and takes it out of all others. Gives the groups, in the order of the names. */
  callGroups(account: string, names: readonly Named[]): Promise<readonly Known[]>;
  /** Which of several disputed ways a make speaks: `variants('wawp', { code: 'quoted' })`. */
  variants(make: string, picks: Readonly<Record<string, string>>): Promise<void>;
}

export function deskAt(url: string): Desk {
  const at = (path: string) => `${url}/_sandbox/${path}`;

  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(at(path), { method, body: text, headers: { 'content-type': 'application/json' } });
    const answer = await response.text();
    if (!response.ok) throw new Error(`The sandbox said ${response.status} to ${method} ${path}: ${answer}`);
    return answer ? JSON.parse(answer) : undefined;
  }

  return {
    order: async (fault, where) => void (await ask('POST', 'faults', { ...where, fault })),
    calm: async () => void (await ask('DELETE', 'faults')),
    requests: async () => (await ask('GET', 'requests')) as Seen[],
    forgetRequests: async () => void (await ask('DELETE', 'requests')),
    async group(name) {
      const found = (await ask('GET', `groups?name=${encodeURIComponent(name)}`)) as Known[];
      const exact = found.find((one) => one.name === name);
      if (!exact) throw new Error(`The sandbox has no group “${name}”`);
      return exact;
    },
    groupsOf: async (account) => (await ask('GET', `groups?limit=20000&account=${account}`)) as Known[],
    letPass: async (span) => ((await ask('POST', 'time', span)) as { readonly now: number }).now,
    later: async (span, event) => void (await ask('POST', 'agenda', { ...span, event })),
    happen: async (event) => void (await ask('POST', 'world', event)),
    async callGroups(account, names) {
      const groups: Known[] = [];
      for (let from = 0; from < names.length; from += namesAtOnce) {
        const some = names.slice(from, from + namesAtOnce);
        const alone = from + namesAtOnce >= names.length;
        groups.push(...((await ask('POST', 'world', { act: 'call', account, from, names: some, alone })) as Known[]));
      }
      return groups;
    },
    variants: async (make, picks) => void (await ask('POST', 'variants', { make, ...picks })),
  };
}
