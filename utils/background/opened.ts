import type { Account, AccountId } from '../model/account';
import { type Heard, openHttp } from '../providers/http';
import type { Gateway, Kept } from '../providers/provider';
import { change, insideItem, read } from '../store/items';
import { Trouble } from '../trouble';
import { byVerb } from './by-verb';
import { habitsOf } from './habits';
import { secretsOf } from './policy/keys';
import { noteSent } from './sent';
import { accountOf, isWithin, providerFor } from './within';

/**
 * Opens an account's gateway: its secrets are taken out here, and go nowhere but into its requests. `heard` is told every
 * whole answer, without them.
 */
export async function opened(id: AccountId, heard?: Heard): Promise<{ account: Account; gateway: Gateway }> {
  const account = await accountOf(id);
  if (!(await isWithin(account))) throw new Trouble('no-permission', { host: new URL(account.server).host });
  const [secrets, habits, make] = await Promise.all([secretsOf(account), habitsOf(id), providerFor(account)]);
  const options = { server: account.server, secrets: Object.values(secrets), heard };
  const rest = { fields: account.fields, secrets, habits, kept: keptOf(id) };
  const gateway = byVerb((kind) =>
    make.connect({ ...rest, http: (headers) => openHttp({ ...options, sending: noteSent(kind) }, headers) }),
  );
  return { account, gateway };
}

function keptOf(id: AccountId): Kept {
  return {
    read: async () => (await read(insideItem))[id],
    change: async (edit) => void (await change(insideItem, (all) => ({ ...all, [id]: edit(all[id]) }))),
  };
}
