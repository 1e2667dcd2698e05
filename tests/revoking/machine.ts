import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as background from './background';
import { type Clock, createClock, dateOf } from './clock';
import { diskFor, newDisk, type Refuses } from './disk';
import { type Busy, busy, never, type Power, power, through } from './power';
import { backgroundScript } from './script';
import type { Fetch } from './wire';

export type Background = typeof background;

/** The background, awake, and the power over its life. */
export interface Life extends Background {
  readonly power: Power;
}

export interface Machine {
  readonly clock: Clock;
  readonly disk: IDBFactory;
  /** The names of the bells that are set, and when they ring. */
  readonly bells: ReadonlyMap<string, number>;
  /** The life that is awake; wakes one where none is. */
  life(): Life;
  /** Lets time go by: timers run, bells ring and wake the background. */
  pass(ms: number): Promise<void>;
  /** Lets as much time go by as this takes; undefined where it never ends, as it does when a life is over. */
  end<T>(work: Promise<T>): Promise<T | undefined>;
  idle(): Promise<void>;
  /** Ends the life that is awake. */
  kill(): void;
  /** From now on lives cannot write that. */
  refuse(refuses: Refuses | undefined): void;
}

interface Parts {
  /** Requests that take real time are to be counted as under way. */
  readonly fetch: (clock: Clock, work: Busy) => Fetch;
  /** Whether the browser ends the background 30 s after the last event, as Firefox does. */
  readonly isMortal?: boolean;
  /** How long in real time a request is waited for before time goes on without it. */
  readonly patienceMs?: number;
}

const idleMs = 30_000;
const given = [
  ...['handedBrowser', 'indexedDB', 'fetch', 'navigator', 'crypto', 'Date', 'AbortSignal'],
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
] as const;
const script = new Function(...given, `${await backgroundScript()}; return background;`);

/** A browser that keeps its disk and its bells over the lives of the background. */
export function machine({ fetch, isMortal = false, patienceMs }: Parts): Machine {
  const clock = createClock();
  const disk = newDisk();
  const bells = new Map<string, number>();
  const work = busy(patienceMs);
  const call = fetch(clock, work);
  fakeBrowser.reset();
  let awake: Life | undefined;
  let heardAt = 0;
  let refuses: Refuses | undefined;

  function wake(): Life {
    const life = power();
    heardAt = clock.now();
    const started = run(life);
    awake = { ...started, power: life };
    void started.invites.settle();
    void started.joins.settleJoins();
    return awake;
  }

  function run(life: Power): Background {
    const world = {
      handedBrowser: browserFor(life),
      indexedDB: diskFor(disk, { life, busy: work }, (room, value) => refuses?.(room, value) ?? false),
      fetch: through(life, { during: (answer) => answer }, call),
      navigator: { locks: locksFor(life) },
      crypto: cryptoFor(),
      Date: dateOf(clock),
      AbortSignal: { timeout: (ms: number) => deadline(life, ms) },
      ...timersFor(life),
    };
    return script(...given.map((name) => Reflect.get(world, name)));
  }

  /** Timers that stop with the life that set them. */
  function timersFor(life: Power) {
    const set = new Set<number>();
    const kept = (id: number) => {
      set.add(id);
      return id;
    };
    life.atEnd(() => {
      for (const id of set) clock.cancel(id);
    });
    return {
      setTimeout: (deed: () => void, ms = 0) => kept(clock.after(ms, deed)),
      setInterval: (deed: () => void, ms = 0) => kept(clock.every(ms, deed)),
      clearTimeout: clock.cancel,
      clearInterval: clock.cancel,
    };
  }

  function deadline(life: Power, ms: number): AbortSignal {
    const control = new AbortController();
    clock.after(ms, () => !life.isDead() && control.abort());
    return control.signal;
  }

  function cryptoFor() {
    const { subtle } = crypto;
    const counted = new Proxy(subtle, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? (...given: unknown[]) => work.during(value.apply(target, given)) : value;
      },
    });
    return {
      subtle: counted,
      randomUUID: () => crypto.randomUUID(),
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    };
  }

  function browserFor(life: Power) {
    const heard = <Given extends readonly unknown[], Got>(deed: (...given: Given) => Promise<Got>) => {
      const inner = through(life, work, deed);
      return (...given: Given) => {
        if (!life.isDead()) heardAt = clock.now();
        return inner(...given);
      };
    };
    const area = (name: 'local' | 'session') => {
      const { get, set, remove } = fakeBrowser.storage[name];
      return { get: heard(get), set: heard(set), remove: heard(remove) };
    };
    const ring = async (name: string, { when }: { when: number }) => void bells.set(name, when);
    return {
      runtime: { id: 'latchkey', getPlatformInfo: heard(async () => ({ os: 'linux' })) },
      storage: { local: area('local'), session: area('session') },
      alarms: { create: heard(ring), clear: heard(async (name: string) => bells.delete(name)) },
      permissions: { contains: heard(async () => true), remove: heard(async () => true) },
    };
  }

  function ring(name: string): void {
    bells.delete(name);
    const life = awake ?? wake();
    heardAt = clock.now();
    void life.invites.settle();
    void life.joins.settleJoins();
  }

  /** Does what is next, at most until then; whether there was anything. */
  function move(until: number): boolean {
    const [bell, rings = Infinity] = [...bells].toSorted(([, a], [, b]) => a - b)[0] ?? [];
    const due = Math.min(rings, clock.due() ?? Infinity);
    if (isMortal && awake && heardAt + idleMs < Math.min(due, until)) end();
    if (due > until) return false;
    if (bell !== undefined && rings === due) {
      clock.set(rings);
      ring(bell);
    } else clock.next();
    return true;
  }

  function end(): void {
    awake?.power.end();
    awake = undefined;
  }

  function life(): Life {
    if (awake?.power.isDead()) awake = undefined;
    heardAt = clock.now();
    return awake ?? wake();
  }

  return {
    clock,
    disk,
    bells,
    life,
    idle: work.idle,
    kill: end,
    refuse: (wanted) => {
      refuses = wanted;
    },
    async pass(ms) {
      const until = clock.now() + ms;
      do {
        await work.idle();
        if (awake?.power.isDead()) awake = undefined;
      } while (move(until));
      clock.set(until);
    },
    async end(ending) {
      let ended = false;
      const over = ending.finally(() => {
        ended = true;
      });
      over.catch(() => undefined);
      for (let nth = 0; nth < 200; nth += 1) {
        await work.idle();
        if (ended) return over;
        if (awake?.power.isDead() || !move(Infinity)) return undefined;
      }
      return undefined;
    },
  };
}

/** Everything that lies in a room of the disk. */
export function lyingIn({ disk }: Machine, room: string, index?: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    const opening = disk.open('latchkey');
    opening.onsuccess = () => {
      const store = opening.result.transaction(room).objectStore(room);
      const all = (index ? store.index(index) : store).getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });
}

/** Locks that die with the life that holds them. */
function locksFor(life: Power) {
  const { locks } = navigator;
  const place = (name: string) => `${life.name}/${name}`;
  type Held = (lock: Lock | null) => unknown;
  return {
    async request(name: string, ...rest: [Held] | [LockOptions, Held]) {
      const held = rest.at(-1) as Held;
      const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
      if (!life.goesOn()) return never();
      return locks.request(place(name), options, (lock) => (life.isDead() ? never() : held(lock)));
    },
    async query() {
      const { held = [] } = await locks.query();
      const own = held.filter(({ name }) => name?.startsWith(place('')));
      return { held: own.map((lock) => ({ ...lock, name: lock.name?.slice(place('').length) })) };
    },
  };
}
