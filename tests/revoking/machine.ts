import catalogue from '../../public/_locales/en/messages.json';
import type * as background from './background';
import { type Clock, createClock, dateOf } from './clock';
import { diskFor, newDisk, type Refuses } from './disk';
import { type Busy, busy, never, type Power, power, through } from './power';
import { backgroundScript } from './script';
import { newShelf } from './shelves';
import type { Fetch } from './wire';

export type Background = typeof background;

/** The background, awake, and the power over its life. */
export interface Life extends Background {
  readonly power: Power;
}

export interface Machine {
  readonly clock: Clock;
  readonly disk: IDBFactory;
  /** The names of the bells that are set, and when they ring, in the time that goes by. */
  readonly bells: ReadonlyMap<string, number>;
  /** Every notification that was ever shown. */
  readonly notices: readonly Notice[];
  /** What stands on the button in the toolbar. */
  readonly sign: { text: string; title: string };
  /** The life that is awake; wakes one where none is. */
  life(): Life;
  /** Lets time go by: timers run, bells ring and wake the background. */
  pass(ms: number): Promise<void>;
  /** Lets as much time go by as this takes; undefined where it never ends, as it does when a life is over. */
  end<T>(work: Promise<T>): Promise<T | undefined>;
  idle(): Promise<void>;
  /** Ends the life that is awake. */
  kill(): void;
  /** Sets the browser's clock, on or back: no time goes by. */
  setClock(byMs: number): void;
  /** From now on lives cannot write that. */
  refuse(refuses: Refuses | undefined): void;
  /** Closes the browser: what lives as long as it runs is gone, and with some the bells. No time goes by in it. */
  close(options?: { readonly forgetsBells?: boolean }): void;
  /** Starts it again. */
  open(): void;
  /** What the browser's clock shows. */
  now(): number;
}

interface Notice {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly message: string;
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
  ...['chrome', 'indexedDB', 'fetch', 'navigator', 'crypto', 'Date', 'performance', 'AbortSignal'],
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
] as const;
const script = new Function(...given, `${await backgroundScript()}; return background;`);

/** A browser that keeps its disk and its bells over the lives of the background. */
export function machine({ fetch, isMortal = false, patienceMs }: Parts): Machine {
  const clock = createClock();
  const disk = newDisk();
  const bells = new Map<string, number>();
  const notices: Notice[] = [];
  const sign = { text: '', title: '' };
  const work = busy(patienceMs);
  const call = fetch(clock, work);
  const shelves = { local: newShelf(), session: newShelf() };
  let isClosed = false;
  let awake: Life | undefined;
  let heardAt = 0;
  let refuses: Refuses | undefined;
  /** How far the browser's clock is from the time that goes by. */
  let wrongMs = 0;
  const now = () => clock.now() + wrongMs;

  function wake(): Life {
    const life = power();
    heardAt = clock.now();
    const started = run(life);
    awake = { ...started, power: life };
    void started.duties.look();
    return awake;
  }

  function run(life: Power): Background {
    const world = {
      chrome: browserFor(life),
      indexedDB: diskFor(disk, { life, busy: work }, (room, value) => refuses?.(room, value) ?? false),
      fetch: through(life, { during: (answer) => answer }, call),
      navigator: { locks: locksFor(life) },
      crypto: cryptoFor(),
      Date: dateOf({ now }),
      performance: { now: clock.now, setResourceTimingBufferSize() {}, clearResourceTimings() {} },
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
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => work.during(value.apply(target, given.map(quickly)));
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
      const { get, set, remove } = shelves[name];
      return { get: heard(get), set: heard(set), remove: heard(remove) };
    };
    const show = async (id: string, { title, message }: Omit<Notice, 'id' | 'at'>) =>
      void notices.push({ id, at: clock.now(), title, message });
    const ring = async (name: string, { when }: { when: number }) => void bells.set(name, when - wrongMs);
    return {
      runtime: {
        id: 'latchkey',
        getURL: (path: string) => path,
        getPlatformInfo: heard(async () => ({ os: 'linux' })),
      },
      storage: { local: area('local'), session: area('session') },
      alarms: {
        create: heard(ring),
        clear: heard(async (name: string) => bells.delete(name)),
        get: heard(async (name: string) => (bells.has(name) ? { name } : undefined)),
      },
      notifications: { create: heard(show), clear: heard(async (_id: string) => true) },
      action: actionFor(heard),
      i18n: { getMessage: messageOf, getUILanguage: () => 'en' },
      tabs: { query: heard(async () => []) },
      permissions: { contains: heard(async () => true), remove: heard(async () => true) },
    };
  }

  function actionFor(heard: <G extends readonly unknown[], T>(deed: (...given: G) => Promise<T>) => typeof deed) {
    return {
      getTitle: heard(async () => sign.title),
      setTitle: heard(async (told: { title: string }) => void Object.assign(sign, told)),
      setBadgeText: heard(async (told: { text: string }) => void Object.assign(sign, told)),
      setBadgeBackgroundColor: heard(async () => undefined),
      setBadgeTextColor: heard(async () => undefined),
    };
  }

  function ring(name: string): void {
    bells.delete(name);
    const life = awake ?? wake();
    heardAt = clock.now();
    void life.duties.rung({ name });
  }

  /** Does what is next, at most until then; whether there was anything. */
  function move(until: number): boolean {
    if (isClosed) return false;
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
    notices,
    sign,
    life,
    idle: work.idle,
    kill: end,
    now,
    close({ forgetsBells = false } = {}) {
      end();
      isClosed = true;
      shelves.session.clear();
      if (forgetsBells) bells.clear();
    },
    open() {
      isClosed = false;
      wake();
    },
    setClock: (byMs) => {
      wrongMs += byMs;
      for (const [name, when] of bells) bells.set(name, when - byMs);
    },
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

/** Passphrases are worked on for half a second where it counts; here nobody tries to guess them. */
function quickly(given: unknown): unknown {
  return given instanceof Object && 'iterations' in given ? { ...given, iterations: 1_000 } : given;
}

/** A sentence of the catalogue, filled in as a browser does. */
function messageOf(word: string, values: readonly string[] = []): string {
  const { message = '' } = (catalogue as Readonly<Record<string, { message: string }>>)[word] ?? {};
  return message.replace(/\$(\d)/g, (_, nth) => values[Number(nth) - 1] ?? '');
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
