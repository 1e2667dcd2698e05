import type { Order } from '../sandbox/faults.ts';
import { currentCode, type Group } from '../sandbox/group.ts';
import { type Hall, openHall } from '../sandbox/hall.ts';
import type { InviteCode } from '../utils/invite-link';
import type { QueueView } from '../utils/over-time/model';
import { account } from './revoking/asking';
import { type Life, type Machine, machine } from './revoking/machine';
import { type Fetch, wireTo } from './revoking/wire';

const url = 'http://127.0.0.1:8787';
const minuteMs = 60_000;

/** One join as it reached the gateway. */
export interface Post {
  readonly at: number;
  readonly code: string;
  /** Whether the account was in the group already: such a request must never have been sent. */
  readonly wasIn: boolean;
}

/** A machine with an account whose queue joins groups of strangers. */
export interface QueueStage {
  readonly at: Machine;
  readonly hall: Hall;
  readonly account: string;
  readonly codes: readonly InviteCode[];
  /** The joins that have reached the gateway, and when any request has, in the time that goes by. */
  readonly posts: readonly Post[];
  readonly requests: readonly number[];
  /** Asks the background; the answer, undefined where the life ended before. */
  told<T>(work: (life: Life) => Promise<T>): Promise<T | undefined>;
  view(): Promise<QueueView | undefined>;
  fault(order: Omit<Order, 'make'> | undefined): void;
  /** Ends the life so many steps after the next request of that kind. */
  endAfter(verb: 'probe' | 'join', steps: number): void;
  /** Calls that off. */
  spareLife(): void;
  isIn(code: string): boolean;
  /** A group that is in no queue. */
  spare(): InviteCode;
  /** The most joins in any minute. */
  mostInAMinute(): number;
}

interface Wanted {
  readonly groups: number;
  readonly perMinute: number;
  readonly make?: string;
  readonly isMortal?: boolean;
}

const hall = openHall(undefined, undefined);
const strange = hall.world.all().filter(({ roles }) => roles.big && !roles.demo);

/** Groups are taken one after another: no two stages share one. */
export async function queueStage({ groups, perMinute, make = 'wawp', isMortal = false }: Wanted): Promise<QueueStage> {
  const [posts, requests]: [Post[], number[]] = [[], []];
  let armed: { readonly verb: string; readonly steps: number } | undefined;
  const at = machine({ fetch: (clock) => watched(wireTo(hall, clock), () => clock.now()), isMortal });
  hall.faults.clear();
  hall.log.splice(0);
  const own = new Map(strange.splice(0, groups).map((group) => [currentCode(group), group]));
  const codes = [...own.keys()] as InviteCode[];
  const by = await account(at, { make, url });
  const told = <T>(work: (life: Life) => Promise<T>) => {
    const life = at.life();
    const answer = work(life).catch((caught: unknown) => {
      if (life.power.isDead()) return undefined;
      throw caught;
    });
    return at.end<T | undefined>(answer);
  };

  function watched(wire: Fetch, now: () => number): Fetch {
    return (asked, init) => {
      requests.push(now());
      const before = new Set([...own].filter(([, { id }]) => isMember(id)).map(([code]) => code));
      const from = hall.log.length;
      const answer = wire(asked, init);
      for (const line of hall.log.slice(from)) {
        if (armed && line.verb === armed.verb) fire(armed.steps);
        if (line.verb !== 'join') continue;
        const text = JSON.stringify([line.path, line.body]);
        const code = [...own.keys()].find((one) => text.includes(one)) ?? '';
        posts.push({ at: now(), code, wasIn: before.has(code) });
      }
      return answer;
    };
  }

  function fire(steps: number): void {
    armed = undefined;
    const { power } = at.life();
    power.endAt(power.steps() + steps);
  }

  const isMember = (id: string) => hall.world.known(id).roles.demo !== undefined;
  await told(({ settings }) => settings.change({ joinsPerMinute: perMinute }));
  await told(({ queue }) => queue.add({ account: by, codes }));
  await told(({ queue }) => queue.change({ account: by, deed: { perMinute } }));
  await told(({ queue }) => queue.change({ account: by, deed: 'resume' }));
  return {
    ...{ at, hall, account: by, codes, posts, requests, told },
    async view() {
      const all = await told(({ queue }) => queue.list());
      return all?.find((one) => one.account === by);
    },
    fault(order) {
      hall.faults.clear();
      if (order) hall.faults.order({ ...order, make });
    },
    endAfter(verb, steps) {
      armed = { verb, steps };
    },
    spareLife() {
      armed = undefined;
    },
    isIn: (code) => isMember((own.get(code) as Group).id),
    spare() {
      const group = strange.pop();
      if (!group) throw new Error('Every group has been joined');
      own.set(currentCode(group), group);
      return currentCode(group) as InviteCode;
    },
    mostInAMinute: () => Math.max(0, ...posts.map((one) => sameMinute(posts, one))),
  };
}

function sameMinute(posts: readonly Post[], { at }: Post): number {
  return posts.filter((other) => other.at >= at && other.at - at < minuteMs).length;
}
