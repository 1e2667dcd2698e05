import type { LineageRow } from '../../model/record';
import { accountsItem, read } from '../../store/items';
import { isFirst } from '../../store/lineage';
import { logged } from '../care/activity';
import { raise } from '../care/alerts';

/**
 * Sees to it that somebody hears of a code that was changed, and not by us. May be told of the same line again, as after
 * a background that died on the way. Never rejects.
 */
export async function noticed(row: LineageRow | undefined): Promise<boolean> {
  return row !== undefined && noticedNow(row).catch(() => false);
}

async function noticedNow(row: LineageRow): Promise<boolean> {
  if (row.event !== 'changed-elsewhere' || row.how !== 'read' || !(await isFirst(row))) return false;
  const { account, group, name, code, old, oldSeenAt, at } = row;
  const between = { ...(oldSeenAt !== undefined && { from: oldSeenAt }), to: at };
  const isNews = await raise({
    kind: 'changed-elsewhere',
    subject: group,
    group,
    account,
    name: name || group,
    between,
  });
  if (isNews) {
    const accountName = (await read(accountsItem)).find(({ id }) => id === account)?.name;
    const what = { what: 'watch', how: 'changed', name: name || group, group, account } as const;
    await logged({ ...what, ...(accountName && { accountName }), code, ...(old && { old }), between });
  }
  return isNews;
}
