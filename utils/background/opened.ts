import { browser } from '../browser';
import type { Account, AccountId } from '../model';
import { type Heard, openHttp } from '../providers/http';
import { providerOf } from '../providers/index';
import type { Gateway, Habits, Kept, Provider } from '../providers/provider';
import { originPattern } from '../server-address';
import { accountsItem, change, habitsItem, insideItem, read } from '../store/items';
import { openSecrets } from '../store/vault';
import { Trouble } from '../trouble';

/**
 * Opens an account's gateway: its secrets are taken out here, and go nowhere but into its requests. `heard` is told every
 * whole answer, without them.
 */
export async function opened(id: AccountId, heard?: Heard): Promise<{ account: Account; gateway: Gateway }> {
  const account = await accountOf(id);
  if (!(await isWithin(account))) throw new Trouble('no-permission', { host: new URL(account.server).host });
  const [secrets, habits] = await Promise.all([openSecrets(id), habitsOf(id)]);
  const options = { server: account.server, secrets: Object.values(secrets), heard };
  const gateway = makeOf(account).connect({
    fields: account.fields,
    secrets,
    habits,
    kept: keptOf(id),
    http: (headers) => openHttp(options, headers),
  });
  return { account, gateway };
}

export async function accountOf(id: AccountId): Promise<Account> {
  const account = (await read(accountsItem)).find((entry) => entry.id === id);
  if (!account) throw new Trouble('no-account');
  return account;
}

export function makeOf({ make }: Pick<Account, 'make'>): Provider {
  const found = providerOf(make);
  if (!found) throw new Trouble('no-account');
  return found;
}

/** Whether an account can be reached: it lives in here, or the browser lets us talk to its server. */
export async function isWithin(account: Pick<Account, 'make' | 'server'>): Promise<boolean> {
  return makeOf(account).demo === true || isAllowed(account.server);
}

/** Whether the browser lets us talk to a server. It can be taken back at any time. */
export function isAllowed(server: string): Promise<boolean> {
  const origin = originPattern(server);
  return origin ? browser.permissions.contains({ origins: [origin] }) : Promise.resolve(false);
}

async function habitsOf(id: AccountId): Promise<Habits> {
  const known = new Map(Object.entries((await read(habitsItem))[id] ?? {}));
  return {
    get: (habit) => known.get(habit),
    set: async (habit, value) => {
      if (known.get(habit) === value) return;
      known.set(habit, value);
      await learned(id, habit, value);
    },
  };
}

/** Keeps what was learned of an account's gateway. What could not be kept is learned again. */
export async function learned(id: AccountId, habit: string, value: string): Promise<void> {
  await change(habitsItem, (all) => ({ ...all, [id]: { ...all[id], [habit]: value } })).catch(() => {});
}

function keptOf(id: AccountId): Kept {
  return {
    read: async () => (await read(insideItem))[id],
    change: async (edit) => void (await change(insideItem, (all) => ({ ...all, [id]: edit(all[id]) }))),
  };
}
