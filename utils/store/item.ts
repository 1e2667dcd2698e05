import * as v from 'valibot';
import { browser } from '../browser';
import type { Policy } from '../model/policy';
import type { Finding } from '../model/record';
import { asTrouble, Trouble } from '../trouble';
import { checksum } from './checksum';
import { storeTrouble } from './database';
import { deedFor, mirrored, reflect, type Side } from './mirror';
import { noPolicy, policyItem } from './policy-item';
import { mustBeOpen, wrote } from './writes';

/** One thing in extension storage: its key, its shape, what it is before it was ever written, and how it got here. */
export interface Item<T> {
  readonly key: string;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly fallback: T;
  /** Where it lies: kept on disk, or only while the browser runs. */
  readonly area?: 'local' | 'session';
  /** Whether it can be made anew from elsewhere at any time: such a one has no mirror. */
  readonly derived?: boolean;
  /** The value as an administrator wants it. What the user has chosen stays kept beneath. Pure. */
  readonly ruled?: (value: T, policy: Policy) => T;
  /** One pure function per version step; the version is their number plus one. */
  readonly steps: readonly ((old: unknown) => unknown)[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `count` goes up with each writing; a version that knew no mirror did not count, and had no sum over what it kept. */
const stored = v.object({
  ...{ version: v.number(), value: v.unknown(), count: v.optional(count, 0) },
  sum: v.exactOptional(v.string()),
});
type Stored = v.InferOutput<typeof stored>;

/** The item's value, as an administrator may have set it. One that cannot be read is served to nobody and left as it is. */
export async function read<T>(item: Item<T>): Promise<T> {
  const { ruled } = item;
  if (!ruled) return readOwn(item);
  const [value, policy] = await Promise.all([readOwn(item), policyNow()]);
  return policy === noPolicy ? value : ruled(value, policy);
}

/** What an administrator has set, as far as we know. The browser is asked again soon where that cannot be read. */
export async function policyNow(): Promise<Policy> {
  try {
    return taken(policyItem, await fromStorage<Policy>(policyItem));
  } catch {
    return noPolicy;
  }
}

/** What the user has chosen, whatever an administrator says: for whoever carries it elsewhere. */
export async function readOwn<T>(item: Item<T>): Promise<T> {
  const [mended, found] = await Promise.all([compared(item), fromStorage(item).catch(asTrouble)]);
  return taken(item, mended || found instanceof Trouble ? await fromStorage(item) : found);
}

/** The only writer: edits of one item wait for one another, also across contexts. */
export async function change<T>(item: Item<T>, edit: (value: T) => T): Promise<T> {
  await compared(item);
  return alone(item, async () => {
    const found = await fromStorage(item);
    const value = edit(taken(item, found));
    const kept = { version: item.steps.length + 1, value, count: countIn(found) + 1 };
    const next = isOnDisk(item) ? { ...kept, sum: checksum(kept) } : kept;
    await toStorage(item, next);
    // The value is kept already; a mirror that cannot follow now is renewed at the next start.
    if (isOnDisk(item)) await reflect({ key: item.key, ...next }).catch(() => {});
    return value;
  });
}

/** Brings a stored value up to today's version. Pure. */
export function brought<T>(item: Item<T>, version: number, value: unknown): T {
  if (version > item.steps.length + 1) throw new Trouble('store-newer');
  const parsed = v.safeParse(item.shape, stepped(item, version, value));
  if (!parsed.success) throw new Trouble('store-failed');
  return parsed.output;
}

function stepped<T>(item: Item<T>, version: number, value: unknown): unknown {
  try {
    return item.steps.slice(Math.max(0, version - 1)).reduce((old, step) => step(old), value);
  } catch {
    throw new Trouble('store-failed');
  }
}

const comparing = new Map<string, Promise<Finding | undefined>>();
const untold: Finding[] = [];

/** What was found and mended, whoever was the first to read; told once. */
export function takeFindings(): Finding[] {
  return untold.splice(0);
}

/**
 * Compares an item with its mirror, once per life of the background: what was found and mended. Only where they differ
 * is anything held up by the lock.
 */
export function compared<T>(item: Item<T>): Promise<Finding | undefined> {
  if (!isOnDisk(item)) return Promise.resolve(undefined);
  const known = comparing.get(item.key);
  if (known) return known;
  // A store that will not be read is told to whoever reads the item itself.
  const fresh = compareFirst(item).catch(() => undefined);
  comparing.set(item.key, fresh);
  return fresh;
}

/** The same once more. */
export function comparedAgain<T>(item: Item<T>): Promise<Finding | undefined> {
  comparing.delete(item.key);
  return compared(item);
}

async function compareFirst<T>(item: Item<T>): Promise<Finding | undefined> {
  const [found, reflection] = await Promise.all([fromStorage(item), mirrored(item.key)]);
  const deed = deedFor(sideOf(item, found), sideOf(item, reflection));
  const finding = deed === 'nothing' ? undefined : await alone(item, () => compareNow(item));
  if (finding) untold.push(finding);
  return finding;
}

async function compareNow<T>(item: Item<T>): Promise<Finding | undefined> {
  const [found, reflection] = await Promise.all([fromStorage(item), mirrored(item.key)]);
  const kept = v.safeParse(stored, found);
  const deed = deedFor(sideOf(item, found), sideOf(item, reflection));
  if (deed === 'renew the mirror' && kept.success) await reflect({ key: item.key, ...kept.output });
  if (deed !== 'restore' || !reflection) return undefined;
  const { key, ...whole } = reflection;
  await toStorage(item, whole);
  return { at: Date.now(), part: 'items', what: 'restored', count: 1, item: key };
}

function sideOf<T>(item: Item<T>, found: unknown): Side | 'none' | 'broken' {
  if (found === undefined) return 'none';
  const kept = v.safeParse(stored, found);
  if (!kept.success) return 'broken';
  const { version, value, count } = kept.output;
  if (version > item.steps.length + 1) return { count, newer: true };
  if (!isIntact(kept.output)) return 'broken';
  try {
    brought(item, version, value);
    return { count, newer: false };
  } catch {
    return 'broken';
  }
}

function taken<T>(item: Item<T>, found: unknown): T {
  if (found === undefined) return item.fallback;
  const kept = v.safeParse(stored, found);
  if (!kept.success) throw new Trouble('store-failed');
  const value = brought(item, kept.output.version, kept.output.value);
  if (!isIntact(kept.output)) throw new Trouble('store-failed');
  return value;
}

/** Whether it is what was written. */
function isIntact({ sum, ...kept }: Stored): boolean {
  return sum === undefined || sum === checksum(kept);
}

function countIn(found: unknown): number {
  const kept = v.safeParse(stored, found);
  return kept.success ? kept.output.count : 0;
}

/** Whether it must not get lost: then it is mirrored, with a sum over what is kept. */
function isOnDisk<T>({ area = 'local', derived = false }: Item<T>): boolean {
  return area === 'local' && !derived;
}

function alone<T, R>(item: Item<T>, work: () => Promise<R>): Promise<R> {
  return navigator.locks.request(`item ${item.key}`, work);
}

type Area = 'local' | 'session';

/** What is asked for in one turn goes to the browser as one question. */
const gathering = new Map<Area, { readonly keys: Set<string>; readonly found: Promise<Found> }>();

/** Undefined where they could not be read together. */
type Found = Readonly<Record<string, unknown>> | undefined;

async function fromStorage<T>({ key, area = 'local' }: Item<T>): Promise<unknown> {
  const gathered = gathering.get(area) ?? gather(area);
  gathered.keys.add(key);
  // One value that cannot be read any more must not hide the others.
  const all = (await gathered.found) ?? (await browser.storage[area].get(key).catch(failed));
  return all[key];
}

function gather(area: Area) {
  const keys = new Set<string>();
  const found = Promise.resolve().then((): Promise<Found> => {
    gathering.delete(area);
    return browser.storage[area].get([...keys]).catch(() => undefined);
  });
  const gathered = { keys, found };
  gathering.set(area, gathered);
  return gathered;
}

async function toStorage<T>({ key, area = 'local' }: Item<T>, value: Stored): Promise<void> {
  mustBeOpen();
  return browser.storage[area]
    .set({ [key]: value })
    .catch(failed)
    .finally(wrote);
}

function failed(caught: unknown): never {
  throw storeTrouble(caught);
}
