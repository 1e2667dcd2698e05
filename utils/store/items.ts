import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Account, Settings } from '../model';
import { Trouble } from '../trouble';

/** One thing in extension storage: its key, its shape, what it is before it was ever written, and how it got here. */
export interface Item<T> {
  readonly key: string;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly fallback: T;
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
});

export const settingsItem: Item<Settings> = {
  key: 'settings',
  shape: settingsShape,
  fallback: { shape: 'link', theme: 'system' },
  steps: [],
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

const stored = v.object({ version: v.number(), value: v.unknown() });

/** The item's value. An item that cannot be read is served to nobody and left as it is. */
export async function read<T>(item: Item<T>): Promise<T> {
  const found = (await fromStorage(item.key))[item.key];
  if (found === undefined) return item.fallback;
  const kept = v.safeParse(stored, found);
  if (!kept.success) throw new Trouble('store-failed');
  return brought(item, kept.output.version, kept.output.value);
}

/** The only writer: edits of one item wait for one another, also across contexts. */
export function change<T>(item: Item<T>, edit: (value: T) => T): Promise<T> {
  return navigator.locks.request(`item ${item.key}`, async () => {
    const value = edit(await read(item));
    await toStorage({ [item.key]: { version: item.steps.length + 1, value } });
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

function fromStorage(key: string): Promise<Record<string, unknown>> {
  return browser.storage.local.get(key).catch(failed);
}

function toStorage(values: Record<string, unknown>): Promise<void> {
  return browser.storage.local.set(values).catch(failed);
}

function failed(): never {
  throw new Trouble('store-failed');
}
