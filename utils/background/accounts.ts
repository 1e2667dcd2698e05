import { browser } from '../browser';
import type { Account, AccountDraft, AccountId, AccountView, Field, Make } from '../model/account';
import type { ManagedAccount } from '../model/policy';
import { originPattern } from '../origin-pattern';
import { makes as signs } from '../providers/makes';
import type { Provider } from '../providers/provider';
import { serverAddress } from '../server-address';
import { accountsItem, change, habitsItem, insideItem, primariesItem, read, usedItem } from '../store/items';
import { forgetSeen } from '../store/lineage';
import { forgetSights } from '../store/sights';
import { forgetSecrets, keepSecrets, secretNames } from '../store/vault';
import { Trouble } from '../trouble';
import { calm } from './care/alerts';
import { usedThrough } from './in-group';
import { viewOf } from './overview';
import { managedOne, mustBeAllowed } from './policy/bars';
import * as queue from './queue/queue';
import { accountOf, makeOf, providerFor } from './within';

export async function makes(): Promise<Make[]> {
  const all = await Promise.all(signs.map(({ fetched }) => fetched()));
  return all.map(({ connect: _, codes: __, ...make }) => make);
}

/** Keeps an account. What was typed is checked first; a secret left empty stays what it was. */
export async function save(draft: AccountDraft): Promise<AccountView> {
  const managed = draft.id === undefined ? undefined : await managedOne(draft.id);
  if (managed) return saveKey(managed, draft);
  if (draft.id === undefined) await mustBeAllowed('mayAddAccounts');
  const make = await providerFor(draft);
  const kept = draft.id === undefined ? await onlyOne(make) : await accountOf(draft.id);
  if (kept && draft.id === undefined) return viewOf(kept);
  const id = kept?.id ?? crypto.randomUUID();
  const names = (await secretNames())[id] ?? [];
  const secrets = checkedSecrets(make.fields, draft.secrets, names);
  const account: Account = {
    id,
    make: make.id,
    name: draft.name.trim().slice(0, 80) || make.label,
    server: make.demo ? '' : serverAddress(draft.server.trim() || make.server || ''),
    fields: checkedFields(make.fields, draft.fields),
    addedAt: kept?.addedAt ?? Date.now(),
  };
  // A key must not follow its account to another server unseen: there it has to be typed again.
  if (kept && kept.server !== account.server && Object.keys(secrets).length < names.length) {
    throw new Trouble('key-again', { field: make.fields.find(({ kind }) => kind === 'secret')?.key ?? 'server' });
  }
  await keepSecrets(id, secrets);
  await change(accountsItem, (all) => (kept ? all.map((old) => (old.id === id ? account : old)) : [...all, account]));
  await change(habitsItem, (all) => without(all, id));
  if (kept) await giveBack(kept.server);
  return viewOf(account);
}

/** Of an account that an administrator has set, the key is kept that its user was asked for, and nothing else. */
async function saveKey({ id, asks, ...set }: ManagedAccount, draft: AccountDraft): Promise<AccountView> {
  const isOther = (['make', 'name', 'server'] as const).some((part) => draft[part] !== set[part]);
  const secrets = Object.entries(draft.secrets).filter(([, value]) => value.trim() !== '');
  if (isOther || !secrets.every(([name]) => asks.includes(name))) throw new Trouble('policy-sets');
  const { fields } = await providerFor(set);
  const names = (await secretNames())[id] ?? [];
  const asked = fields.filter(({ key }) => asks.includes(key)).map((field) => ({ ...field, optional: false }));
  await keepSecrets(id, checkedSecrets(asked, draft.secrets, names));
  await change(habitsItem, (all) => without(all, id));
  return viewOf(await accountOf(id));
}

/** Forgets an account, its secrets, what it saw, and the permission for its host. The record of codes stays. */
export async function remove(id: AccountId): Promise<void> {
  if (await managedOne(id)) throw new Trouble('policy-sets');
  await forgotten(await accountOf(id));
}

/** Forgets all of an account that is gone, or goes. */
export async function forgotten(account: Account): Promise<void> {
  const { id } = account;
  const { codes } = makeOf(account);
  await forgetSecrets(id);
  await change(accountsItem, (all) => all.filter((account) => account.id !== id));
  await change(habitsItem, (all) => without(all, id));
  // What another account is in, too, goes on being used through that.
  const used = (await usedThrough()).map(({ account: { id: heir }, known, at }) => ({
    account: heir,
    group: known.id,
    at,
  }));
  await change(usedItem, () => used);
  await change(insideItem, (all) => without(all, id));
  await change(primariesItem, (all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== id)));
  await forgetSeen(id);
  await queue.forget(id);
  if (codes) await forgetSights(codes);
  await calm('session-down', id);
  await calm('check-failed', id);
  await giveBack(account.server);
}

/** Of the demo there is one at most: who wants another gets that. */
async function onlyOne({ id, demo }: Pick<Provider, 'id' | 'demo'>): Promise<Account | undefined> {
  return demo && (await read(accountsItem)).find(({ make }) => make === id);
}

function without<T>(all: Record<string, T>, id: AccountId): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([account]) => account !== id));
}

/** Gives back a host permission that no account needs any more. */
async function giveBack(server: string): Promise<void> {
  const origin = originPattern(server);
  const needed = (await read(accountsItem)).some((account) => originPattern(account.server) === origin);
  if (origin && !needed) await browser.permissions.remove({ origins: [origin] }).catch(() => {});
}

/** What was typed into the open fields. Throws `bad-field`. */
export function checkedFields(
  fields: readonly Field[],
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const open = fields.filter(({ kind }) => kind !== 'secret');
  return Object.fromEntries(
    open.map(({ key, optional }) => {
      const value = (typed[key] ?? '').trim();
      if ((!value && !optional) || !isHeaderSafe(value)) throw new Trouble('bad-field', { field: key });
      return [key, value];
    }),
  );
}

function checkedSecrets(
  fields: readonly Field[],
  typed: Readonly<Record<string, string>>,
  kept: readonly string[],
): Record<string, string> {
  const closed = fields.filter(({ kind }) => kind === 'secret');
  const entries = closed.map(({ key, optional }) => {
    const value = (typed[key] ?? '').trim();
    const missing = !value && !optional && !kept.includes(key);
    if (missing || !isHeaderSafe(value)) throw new Trouble('bad-field', { field: key });
    return [key, value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** Keys travel in headers, which carry printable ASCII only. */
export function isHeaderSafe(value: string): boolean {
  return value.length <= 2000 && /^[\x20-\x7e]*$/.test(value);
}
