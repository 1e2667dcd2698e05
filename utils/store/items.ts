import * as v from 'valibot';
import { browser } from '../browser';
import type { Account, Finding, Settings, Sites } from '../model';
import { Trouble } from '../trouble';
import { careItems } from './care-items';
import { checksum } from './checksum';
import { storeTrouble } from './database';
import { deedFor, mirrored, reflect, type Side } from './mirror';
import { type Wrapped, wrappedShape } from './passphrase';
import { type Sealed, sealedShape } from './seal';

/** One thing in extension storage: its key, its shape, what it is before it was ever written, and how it got here. */
export interface Item<T> {
  readonly key: string;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly fallback: T;
  /** Where it lies: kept on disk, or only while the browser runs. */
  readonly area?: 'local' | 'session';
  /** One pure function per version step; the version is their number plus one. */
  readonly steps: readonly ((old: unknown) => unknown)[];
}

const text = v.string();
const shapes = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'] as const;

/** Secrets as the vault seals them (account, then field), and, where there is a passphrase, the key behind it. */
export const vaultItem: Item<{ secrets: Record<string, Record<string, Sealed>>; lock?: Wrapped }> = {
  key: 'vault',
  shape: v.object({ secrets: v.record(text, v.record(text, sealedShape)), lock: v.exactOptional(wrappedShape) }),
  fallback: { secrets: {} },
  // 1 held the secrets alone.
  steps: [(old) => ({ secrets: old })],
};

export const accountsItem: Item<Account[]> = {
  key: 'accounts',
  shape: v.array(
    v.object({ id: text, make: text, name: text, server: text, fields: v.record(text, text), addedAt: v.number() }),
  ),
  fallback: [],
  steps: [],
};

export const settingsShape = v.object({
  shape: v.picklist(shapes),
  theme: v.picklist(['system', 'light', 'dark']),
  badge: v.boolean(),
  menuOff: v.array(v.picklist(['insert', 'look', 'join', 'copy', 'image', 'page'])),
  joinsPerMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  joinOnly: v.array(v.pipe(text, v.maxLength(200))),
  greeting: v.pipe(text, v.maxLength(1_000)),
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
});

const firstSettings: Settings = {
  ...{ shape: 'link', theme: 'system', badge: true, menuOff: [], joinsPerMinute: 2, joinOnly: [], greeting: '' },
  lockAfterMinutes: 15,
};

export const settingsItem: Item<Settings> = {
  key: 'settings',
  shape: settingsShape,
  fallback: firstSettings,
  // 1 knew the shape and the theme alone, 2 nothing of locking.
  steps: [(old) => ({ ...firstSettings, ...(old as object) }), (old) => ({ ...firstSettings, ...(old as object) })],
};

/** Groups by last use, newest first. */
export const usedItem: Item<{ account: string; group: string; at: number }[]> = {
  key: 'used',
  shape: v.array(v.object({ account: text, group: text, at: v.number() })),
  fallback: [],
  steps: [],
};

/** What was learned about an account's gateway, such as which of two paths it answers on: account, then habit. */
export const habitsItem: Item<Record<string, Record<string, string>>> = {
  key: 'habits',
  shape: v.record(text, v.record(text, text)),
  fallback: {},
  steps: [],
};

/** Which account looks after a group that several are in, where somebody chose: group, then account. */
export const primariesItem: Item<Record<string, string>> = {
  key: 'primaries',
  shape: v.record(text, text),
  fallback: {},
  steps: [],
};

/** What makes that live inside the extension keep, by account. */
export const insideItem: Item<Record<string, unknown>> = {
  key: 'inside',
  shape: v.record(text, v.unknown()),
  fallback: {},
  steps: [],
};

const hosts = v.pipe(v.array(v.pipe(text, v.maxLength(253))), v.maxLength(5_000));
export const sitesShape = v.object({ everywhere: v.boolean(), on: hosts, off: hosts });

export const sitesItem: Item<Sites> = {
  key: 'sites',
  shape: sitesShape,
  fallback: { everywhere: false, on: [], off: [] },
  steps: [],
};

/** The picture that was right-clicked last, until the window has taken it. */
export const pictureItem: Item<{ id: string; urls: string[] }> = {
  key: 'picture',
  shape: v.object({ id: text, urls: v.array(text) }),
  fallback: { id: '', urls: [] },
  area: 'session',
  steps: [],
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `count` goes up with each writing; a version that knew no mirror did not count, and had no sum over what it kept. */
const stored = v.object({
  ...{ version: v.number(), value: v.unknown(), count: v.optional(count, 0) },
  sum: v.exactOptional(text),
});
type Stored = v.InferOutput<typeof stored>;

/** The item's value. An item that cannot be read is served to nobody and left as it is. */
export async function read<T>(item: Item<T>): Promise<T> {
  await compared(item);
  return taken(item, await fromStorage(item));
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

/** Compares items with their mirrors, once per life of the background or `again`: what was found and mended. */
export async function compareItems(
  more: readonly Item<unknown>[],
  { again = false }: { readonly again?: boolean } = {},
): Promise<Finding[]> {
  const items = [...keptItems, ...more] as readonly Item<unknown>[];
  if (again) for (const { key } of items) comparing.delete(key);
  const findings = await Promise.all(items.map(compared));
  return findings.filter((finding) => finding !== undefined);
}

/** The items that lie on the disk. */
export const keptItems = [
  ...[vaultItem, accountsItem, settingsItem, usedItem, habitsItem, primariesItem, insideItem, sitesItem],
  ...careItems,
] as const;

function compared<T>(item: Item<T>): Promise<Finding | undefined> {
  if (!isOnDisk(item)) return Promise.resolve(undefined);
  const known = comparing.get(item.key);
  if (known) return known;
  // A store that will not be read is told to whoever reads the item itself.
  const fresh = alone(item, () => compareNow(item)).catch(() => undefined);
  comparing.set(item.key, fresh);
  return fresh;
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

function isOnDisk<T>({ area = 'local' }: Item<T>): boolean {
  return area === 'local';
}

function alone<T, R>(item: Item<T>, work: () => Promise<R>): Promise<R> {
  return navigator.locks.request(`item ${item.key}`, work);
}

async function fromStorage<T>({ key, area = 'local' }: Item<T>): Promise<unknown> {
  return (await browser.storage[area].get(key).catch(failed))[key];
}

function toStorage<T>({ key, area = 'local' }: Item<T>, value: Stored): Promise<void> {
  return browser.storage[area].set({ [key]: value }).catch(failed);
}

function failed(caught: unknown): never {
  throw storeTrouble(caught);
}
