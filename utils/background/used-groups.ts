import { usedThrough } from './in-group';
import type { UsedGroup } from './insert-menu';
import { makeOf } from './within';

/** The groups used last, newest first, with the names people know; each once, and through the account that looks after it. */
export async function usedGroups(): Promise<UsedGroup[]> {
  return (await usedThrough()).map(({ account, known: { id, name } }) => ({
    ...{ account: account.id, group: id, accountName: account.name, groupName: name || id },
    ...(makeOf(account).demo && { demo: true }),
  }));
}
