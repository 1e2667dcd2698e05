import { browser } from '../../browser';
import type { RowsPart } from '../../keeping/model';
import { campaignsItem, caresItem, chainsItem, queuesItem, rulesItem } from '../../store/care-items';
import { reading } from '../../store/database';
import { accountsItem, primariesItem, read, readOwn, settingsItem, sitesItem, usedItem } from '../../store/items';
import { rowsOf } from '../../store/queue';
import { readRoll } from '../../store/rolls';
import { makeOf } from '../within';

/**
 * Everything but rows and keys, as JSON, and which Latchkey has written it. What is left out is said in `store/exported`; what an
 * administrator has set is no part of it.
 */
export async function parts(): Promise<{ readonly savedBy: string; readonly parts: string }> {
  const all = await readOwn(accountsItem);
  const accounts = all.filter((account) => makeOf(account).demo !== true);
  const heads = await read(queuesItem);
  const [settings, sites, rules, cares, campaigns, chains, primaries, used, groups, rows] = await Promise.all([
    ...([readOwn(settingsItem), readOwn(sitesItem), readOwn(rulesItem), read(caresItem), read(campaignsItem)] as const),
    ...([read(chainsItem), read(primariesItem), read(usedItem)] as const),
    Promise.all(accounts.map(({ id }) => readRoll(id))),
    Promise.all(accounts.map(({ id }) => rowsOf(id))),
  ]);
  const kept = new Set(accounts.map(({ id }) => id));
  const queues = Object.entries(heads)
    .filter(([id]) => kept.has(id))
    .map(([id, { perMinute }]) => [id, { perMinute }]);
  return {
    savedBy: browser.runtime.getManifest().version,
    parts: JSON.stringify({
      ...{ accounts, settings, sites, rules, cares, campaigns, chains, primaries },
      ...{ used: used.filter(({ account }) => kept.has(account)), groups },
      ...{ queues: Object.fromEntries(queues), queueRows: rows.flat() },
    }),
  };
}

const mostRows = 2_000;

interface Page {
  readonly rows: readonly unknown[];
  /** Where the next page begins; none after the last. */
  readonly next?: string;
}

/** Rows that are no part of the record, oldest first. `after` is where the last page ended, in its own words. */
export async function rows({ part, after }: { readonly part: RowsPart; readonly after?: string }): Promise<Page> {
  const from: unknown = after === undefined ? undefined : JSON.parse(after);
  const found: readonly unknown[] = await pages[part](from === undefined ? null : IDBKeyRange.lowerBound(from, true));
  const last = found.at(-1);
  return { rows: found, ...(found.length === mostRows && { next: JSON.stringify(placeOf[part](last)) }) };
}

type Range = IDBKeyRange | null;

const pages: Readonly<Record<RowsPart, (range: Range) => Promise<readonly unknown[]>>> = {
  seen: (range) => reading((db) => db.getAll('seen', range, mostRows)),
  sizes: (range) => reading((db) => db.getAll('sizes', range, mostRows)),
  activity: (range) => reading((db) => db.getAllFromIndex('log', 'seq', range, mostRows)),
};

const get = (row: unknown, name: string): unknown => (row instanceof Object ? Reflect.get(row, name) : undefined);

const placeOf: Readonly<Record<RowsPart, (row: unknown) => unknown>> = {
  seen: (row) => [get(row, 'account'), get(row, 'group')],
  sizes: (row) => [get(row, 'group'), get(row, 'at')],
  activity: (row) => get(row, 'seq'),
};
