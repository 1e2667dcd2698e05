import type { Tally } from '../../keeping/model';
import type { Account, AccountId } from '../../model/account';
import { signOf } from '../../providers/makes';
import type { Provider } from '../../providers/provider';
import { serverAddress } from '../../server-address';
import { checkedFields } from '../accounts';
import { isSame, type Merged } from './merging';

/** An account is who it is by its make, its server and what names it there; never by an id that a file may make up. */
export type Identity = Pick<Account, 'make' | 'server' | 'fields'>;

export interface MergedAccounts extends Merged<Account[]> {
  readonly ids: Ids;
}

/** Accounts of a file by the accounts here that they are. */
export type Ids = Readonly<Record<AccountId, AccountId>>;

/** The account here that one of the file is: a file may call its account whatever it likes, `constructor` too. */
export function accountHere(ids: Ids, account: AccountId): AccountId | undefined {
  return Object.hasOwn(ids, account) ? ids[account] : undefined;
}

/** The accounts of a file that can be accounts here, as if they had been typed; each with its make. */
export async function checkedAccounts(accounts: readonly Account[]): Promise<(Account & { readonly key: string })[]> {
  const checked = await Promise.all(accounts.map((account) => checkedAccount(account).catch(() => undefined)));
  return checked.filter((account) => account !== undefined);
}

async function checkedAccount(account: Account): Promise<(Account & { readonly key: string }) | undefined> {
  const make = await signOf(account.make)?.fetched();
  if (!make || make.demo) return undefined;
  const server = serverAddress(account.server);
  const checked: Account = {
    ...{ id: account.id, make: make.id, server },
    name: account.name.trim().slice(0, 80) || make.label,
    fields: checkedFields(make.fields, account.fields),
    addedAt: Math.max(0, Math.min(account.addedAt, Date.now())),
  };
  return { ...checked, key: keyOf(checked, make) };
}

/** What an account is known by. */
export function keyOf({ make, server, fields }: Identity, { fields: known }: Pick<Provider, 'fields'>): string {
  const names = known.filter(({ kind }) => kind === 'text').map(({ key }) => fields[key] ?? '');
  return JSON.stringify([make, server, ...names]);
}

/** The same for accounts that are kept. */
export async function keysOf(accounts: readonly Account[]): Promise<ReadonlyMap<string, Account>> {
  const keyed = await Promise.all(
    accounts.map(async (account) => {
      const make = await signOf(account.make)?.fetched();
      return [make ? keyOf(account, make) : `id ${account.id}`, account] as const;
    }),
  );
  return new Map(keyed);
}

/** Accounts here and in a file, as one. `known` are those here, by what they are known by. */
export function mergedAccounts(
  here: readonly Account[],
  there: readonly (Account & { readonly key: string })[],
  known: ReadonlyMap<string, Account>,
): MergedAccounts {
  const all = new Map(here.map((account) => [account.id, account]));
  const found = new Map([...known].map(([key, { id }]) => [key, id]));
  const ids = new Map<AccountId, AccountId>();
  const [fresh, changed]: [string[], string[]] = [[], []];
  let same = 0;
  for (const { key, ...account } of there) {
    // Two with one id: nobody could tell whose the groups are.
    if (ids.has(account.id)) continue;
    const own = found.get(key);
    const old = own === undefined ? undefined : all.get(own);
    const id = old?.id ?? freeId(account.id, all);
    const next = old
      ? { ...old, name: account.name, fields: { ...old.fields, ...account.fields } }
      : { ...account, id };
    if (!old) fresh.push(next.name);
    else if (isSame(old, next)) same += 1;
    else changed.push(next.name);
    all.set(id, next);
    found.set(key, id);
    ids.set(account.id, id);
  }
  const tally: Tally = { part: 'accounts', fresh, changed, same, refused: 0 };
  return { value: [...all.values()], tally, ids: Object.fromEntries(ids) };
}

const plain = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Its own, so that what is kept by it fits; unless it is another's here, or none of our making. */
function freeId(id: AccountId, taken: ReadonlyMap<AccountId, unknown>): AccountId {
  return plain.test(id) && !taken.has(id) ? id : crypto.randomUUID();
}
