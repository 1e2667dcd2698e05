import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Account, Settings, Sites } from '../model';
import { Trouble } from '../trouble';

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
const sealed = v.object({ iv: text, data: text });
const shapes = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'] as const;

/** Secrets as the vault seals them: account, then field. */
export const vaultItem: Item<Record<string, Record<string, v.InferOutput<typeof sealed>>>> = {
  key: 'vault',
  shape: v.record(text, v.record(text, sealed)),
  fallback: {},
  steps: [],
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
});

const firstSettings: Settings = {
  ...{ shape: 'link', theme: 'system', badge: true, menuOff: [], joinsPerMinute: 2, joinOnly: [], greeting: '' },
};

export const settingsItem: Item<Settings> = {
  key: 'settings',
  shape: settingsShape,
  fallback: firstSettings,
  // 1 knew the shape and the theme alone.
  steps: [(old) => ({ ...firstSettings, ...(old as object) })],
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

const stored = v.object({ version: v.number(), value: v.unknown() });

/** The item's value. An item that cannot be read is served to nobody and left as it is. */
export async function read<T>(item: Item<T>): Promise<T> {
  const found = (await fromStorage(item))[item.key];
  if (found === undefined) return item.fallback;
  const kept = v.safeParse(stored, found);
  if (!kept.success) throw new Trouble('store-failed');
  return brought(item, kept.output.version, kept.output.value);
}

/** The only writer: edits of one item wait for one another, also across contexts. */
export function change<T>(item: Item<T>, edit: (value: T) => T): Promise<T> {
  return navigator.locks.request(`item ${item.key}`, async () => {
    const value = edit(await read(item));
    await toStorage(item, { version: item.steps.length + 1, value });
    return value;
  });
}

/** Brings a stored value up to today's version. Pure. */
export function brought<T>(item: Item<T>, version: number, value: unknown): T {
  if (version > item.steps.length + 1) throw new Trouble('store-newer');
  const today = item.steps.slice(version - 1).reduce((old, step) => step(old), value);
  const parsed = v.safeParse(item.shape, today);
  if (!parsed.success) throw new Trouble('store-failed');
  return parsed.output;
}

function fromStorage<T>({ key, area = 'local' }: Item<T>): Promise<Record<string, unknown>> {
  return browser.storage[area].get(key).catch(failed);
}

function toStorage<T>({ key, area = 'local' }: Item<T>, value: unknown): Promise<void> {
  return browser.storage[area].set({ [key]: value }).catch(failed);
}

function failed(): never {
  throw new Trouble('store-failed');
}
