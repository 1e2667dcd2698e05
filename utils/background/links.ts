import type { InviteCode } from '../invite-link';
import type { AccountId, Probe } from '../model';
import { accountsItem, read } from '../store/items';
import { asTrouble, Trouble } from '../trouble';
import { isAllowed, opened } from './opened';

/** Looks behind an invite: through the account named, or through the first that we may use and that answers. */
export async function probe(asked: { code: InviteCode; account?: AccountId }): Promise<Probe> {
  const accounts = asked.account === undefined ? await usable() : [asked.account];
  let last = new Trouble('no-account');
  for (const account of accounts) {
    const seen = await through(account, asked.code).catch(asTrouble);
    if (!(seen instanceof Trouble)) return seen;
    // What WhatsApp said holds for every account; only a gateway's own trouble is worth asking the next one.
    if (!aboutTheGateway.has(seen.kind)) throw seen;
    last = seen;
  }
  throw last;
}

async function through(account: AccountId, code: InviteCode): Promise<Probe> {
  return (await opened(account)).gateway.probe(code);
}

async function usable(): Promise<AccountId[]> {
  const accounts = await read(accountsItem);
  const allowed = await Promise.all(accounts.map(({ server }) => isAllowed(server)));
  return accounts.filter((_, place) => allowed[place]).map(({ id }) => id);
}

const aboutTheGateway: ReadonlySet<string> = new Set([
  ...['no-permission', 'unreachable', 'timed-out', 'redirected', 'not-a-gateway', 'cut-off', 'too-big'],
  ...[
    'key-refused',
    'key-limited',
    'no-session',
    'session-down',
    'slow-down',
    'gateway-failed',
    'lacks',
    'secrets-lost',
  ],
]);
