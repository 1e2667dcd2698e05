import * as v from 'valibot';
import type { Account } from '../model/account';
import type { Sites } from '../model/page';
import type { Settings } from '../model/settings';
import type { Item } from './item';
import { type Wrapped, wrappedShape } from './passphrase';
import { withAccounts, withSites } from './policy';
import { type Sealed, sealedShape } from './seal';

export { brought, change, type Item, policyNow, read, readOwn } from './item';
export { noPolicy, policyItem } from './policy-item';

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

export const accountShape = v.object({
  ...{ id: text, make: text, name: text, server: text, fields: v.record(text, text), addedAt: v.number() },
});

export const accountsItem: Item<Account[]> = {
  key: 'accounts',
  shape: v.array(accountShape),
  fallback: [],
  ruled: withAccounts,
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
  ruled: (own, { settings }) => ({ ...own, ...settings }),
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
  ruled: withSites,
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
