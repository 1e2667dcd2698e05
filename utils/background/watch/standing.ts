import type { Roll } from '../../model/group';
import { caresItem } from '../../store/care-items';
import { read } from '../../store/items';
import { calm, raise } from '../care/alerts';

/**
 * Compares what a list says of watched groups with what the last one said: an account that is no admin any more can change
 * no link, and one that is again can. Never rejects.
 */
export async function compared(old: Roll, fresh: Roll): Promise<void> {
  await comparedNow(old, fresh).catch(() => undefined);
}

async function comparedNow(old: Roll, { account, groups }: Roll): Promise<void> {
  const cares = await read(caresItem);
  const was = new Map(old.groups.map(({ id, admin }) => [id, admin]));
  for (const { id, name, admin } of groups) {
    if (!Object.hasOwn(cares, id) || admin === undefined || admin === was.get(id)) continue;
    if (admin) await calm('not-admin', id);
    else if (was.get(id)) await raise({ kind: 'not-admin', subject: id, group: id, account, name: name || id });
  }
}
