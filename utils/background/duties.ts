import { browser } from '../browser';

/** What is to be looked after, by the name of the bell that rings for it. */
const duties: Readonly<Record<string, () => Promise<void>>> = {
  settle: async () => (await import('./looking-after')).settle(),
  joins: async () => (await import('./joins')).settleJoins(),
  diary: async () => (await import('./diary/diary')).rung(),
  queue: async () => (await import('./queue/queue')).goOn(),
  lock: async () => (await import('./locking')).rung(),
};

const calmMs = 250;
const lateMs = 5_000;
const dayMs = 86_400_000;
/** Lies there as long as the browser runs, and Latchkey with it: when all of it was looked after last. */
const key = 'looked-after';

let isWaiting = false;

/** Has whatever is open looked after, as soon as what somebody asked for has been answered. */
export function lookAfter(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    void look();
  }, calmMs);
}

/** At each start of the background. */
export function started(): void {
  lookAfter();
  // What a background that was killed has left undone between the two copies of the record.
  setTimeout(() => void inspected(), lateMs);
}

/**
 * Looks after what is open. Mostly nothing is, and a few reads tell; all rooms are fetched only once while the browser
 * runs, and once a day: it may have forgotten its bells. Never rejects.
 */
export async function look(): Promise<void> {
  const names = await open().catch(() => undefined);
  await (names ? done(names) : everything());
}

/** A bell has rung. Whatever else is open is looked after with it. Never rejects. */
export async function rung({ name }: { readonly name: string }): Promise<void> {
  const names = await open().catch(() => undefined);
  await (names ? done(new Set([name, ...names])) : everything());
  await drawSign();
}

/** The keys are there: what has waited for them goes on. */
export async function goOn(): Promise<void> {
  for (const name of ['settle', 'joins', 'diary', 'queue']) await done([name]);
  await drawSign();
}

/** What is open; undefined where all is to be looked after. */
async function open(): Promise<ReadonlySet<string> | undefined> {
  const now = Date.now();
  const sinceMs = now - Number((await browser.storage.session.get(key))[key] ?? Number.NaN);
  if (!(sinceMs >= 0 && sinceMs < dayMs)) return undefined;
  return (await import('./open-now')).openNow(now);
}

async function everything(): Promise<void> {
  const at = Date.now();
  await Promise.all([inspected(), done(Object.keys(duties)), drawSign(), begunAnew()]);
  // Only now: whoever dies in the middle of it begins anew.
  await browser.storage.session.set({ [key]: at }).catch(() => undefined);
}

/** What fails here is told to whoever asks next, and tried again at the next bell; here nobody listens. */
async function done(names: Iterable<string>): Promise<void> {
  await Promise.allSettled([...names].map((name) => duties[name]?.()));
}

async function inspected(): Promise<void> {
  await import('./record').then(({ inspect }) => inspect()).catch(() => undefined);
}

async function begunAnew(): Promise<void> {
  await import('./beginning-anew').then(({ welcomed }) => welcomed()).catch(() => undefined);
}

async function drawSign(): Promise<void> {
  await import('./toolbar-sign').then(({ drawSign: draw }) => draw()).catch(() => undefined);
}
