import type { Answer, Call } from './call.ts';
import { type Dialect, type Verb, verbs } from './dialect.ts';
import { effects, type Fault } from './effects.ts';
import { isRefusalWord, type RefusalWord } from './refusal.ts';
import type { World } from './world.ts';

/** A fault as ordered: what goes wrong, and where. Without `make`, `verb` or `times`: everywhere, always. */
export interface Order {
  readonly fault: Fault;
  readonly make?: string;
  readonly verb?: Verb;
  readonly times?: number;
  /** How long, for `slow`, `rotate-late` and a status. */
  readonly ms?: number;
  /** In seconds, for `429`; `null` has nothing said about it. */
  readonly retryAfter?: number | null;
  /** How much, for `oversize`. */
  readonly bytes?: number;
  /** Which one, for `refusal`. */
  readonly word?: RefusalWord;
  /** Whether the act is done although the answer goes wrong; each fault has a habit of its own. */
  readonly acts?: boolean;
  /** For `rotate-late`: answer with the old code instead of dropping the connection. */
  readonly answered?: boolean;
  /** For `slow`: the act, too, is only done then, whether or not anybody still waits for the answer. */
  readonly late?: boolean;
  /** Whose code is told, for `false-code`; nobody's where it is not said. */
  readonly which?: 'other' | 'earlier';
}

/** How an answer leaves the house. */
export interface Delivery {
  readonly answer?: Answer;
  readonly how: 'whole' | 'cut' | 'drop' | 'hang';
  readonly waitMs?: number;
  /** Does what was asked once the wait is over; its answer is the one that is sent. */
  readonly act?: () => Answer;
}

/** What an effect may work with. */
export interface Scene {
  readonly order: Order;
  readonly call: Call;
  readonly dialect: Dialect;
  readonly world: World;
  /** Lets the gateway do what it was asked, in a world that may be doctored. */
  act(world?: World): Answer;
  later(ms: number, deed: () => void): void;
}

export interface Faults {
  order(order: Order): void;
  orders(): readonly Order[];
  clear(): void;
  /** The first order that fits, counted as used. */
  take(make: string, verb: Verb | undefined): Order | undefined;
}

export function createFaults(): Faults {
  let standing: { order: Order; left: number }[] = [];
  return {
    order: (order) => void standing.push({ order, left: order.times ?? Number.POSITIVE_INFINITY }),
    orders: () => standing.map(({ order }) => order),
    clear: () => {
      standing = [];
    },
    take(make, verb) {
      const taken = standing.find(({ order }) => fits(order, make, verb));
      if (!taken) return undefined;
      taken.left -= 1;
      standing = standing.filter(({ left }) => left > 0);
      return taken.order;
    },
  };
}

export function deliver(scene: Scene): Delivery {
  return effects[scene.order.fault](scene);
}

/** An order as it comes over the wire; throws a `RangeError` that says what is wrong with it. */
export function orderFrom(body: Readonly<Record<string, unknown>>): Order {
  const fault = String(body.fault);
  if (!Object.hasOwn(effects, fault)) throw new RangeError(`No such fault: ${fault}. Known: ${Object.keys(effects)}`);
  if (body.verb !== undefined && !verbs.some((verb) => verb === body.verb)) {
    throw new RangeError(`No such verb: ${body.verb}. Known: ${verbs}`);
  }
  if (fault === 'refusal' && !isRefusalWord(body.word)) throw new RangeError(`No such refusal: ${body.word}`);
  return { ...body, fault } as Order;
}

function fits(order: Order, make: string, verb: Verb | undefined): boolean {
  if (order.make && order.make !== make) return false;
  if (order.verb) return order.verb === verb;
  return verb !== undefined && (natural(order.fault)?.includes(verb) ?? true);
}

const ofRevoking: ReadonlySet<Fault> = new Set<Fault>(['old-code', 'no-code', 'wrong-type', 'false-code']);

/** Faults that mean nothing outside certain verbs. */
function natural(fault: Fault): readonly Verb[] | undefined {
  if (fault === 'undefined') return ['code', 'revoke'];
  return ofRevoking.has(fault) || fault.includes('rotate') ? ['revoke'] : undefined;
}
