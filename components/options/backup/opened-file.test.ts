import { describe, expect, it } from 'vitest';
import { backupIn, countsOf, rowLists } from '../../../utils/keeping/backup-file';
import { walked, withOwnAccount } from './bringing';
import { countOf, type OpenedFile, type Portion, portions } from './opened-file';

const lines = (name: string, count: number) => Array.from({ length: count }, (_, nth) => `${name} ${nth}`);

/** A file as it stands open, without the worker between. */
function opened(text: string): OpenedFile {
  const file = backupIn(text);
  const { signal: left } = new AbortController();
  return { head: file, counts: countsOf(file), left, rows: async ({ list, from, to }) => file[list].slice(from, to) };
}

const file = (lists: object) => opened(JSON.stringify({ application: 'latchkey', version: 1, ...lists }));

async function all(from: AsyncIterable<Portion>): Promise<Portion[]> {
  const found: Portion[] = [];
  for await (const portion of from) found.push(portion);
  return found;
}

describe('a file that is open', () => {
  it.each([0, 1, 2_047, 2_048, 2_049, 4_500])(
    'gives each of %i rows once, in order, as many as may be asked about',
    async (count) => {
      const lists = {
        lineage: lines('a', count),
        ledger: lines('b', 3),
        seen: lines('c', count),
        activity: lines('d', 1),
      };
      const found = await all(portions(file(lists), rowLists));
      for (const [list, rows] of Object.entries(lists)) {
        expect(found.filter((one) => one.list === list).flatMap((one) => one.rows)).toEqual(rows);
      }
      expect(found.every(({ rows }) => rows.length > 0 && rows.length <= 2_048)).toBe(true);
      expect([countOf(file(lists)), countOf(file(lists), ['ledger'])]).toEqual([2 * count + 4, 3]);
    },
  );

  it('tells how far it is, and goes no further once it is stopped', async () => {
    const told: string[] = [];
    const stopping = new AbortController();
    const tell = (done: number, of: number) => void told.push(`${done} of ${of}`);
    const course = { tell, left: stopping.signal };
    const six = file({ lineage: lines('a', 5_000), ledger: lines('b', 1_000) });
    await all(walked(six, ['lineage', 'ledger'], course));
    expect(told).toEqual(['0 of 6000', '2048 of 6000', '4096 of 6000', '5000 of 6000', '6000 of 6000']);
    const some: Portion[] = [];
    for await (const portion of walked(six, ['lineage', 'ledger'], course)) {
      some.push(portion);
      if (some.length === 2) stopping.abort();
    }
    expect(some.map(({ rows }) => rows.length)).toEqual([2_048, 2_048]);
  });

  it('gives lines to the account here that theirs is, and to no other', () => {
    const ids = { there: 'here' };
    expect(withOwnAccount({ id: 'l', account: 'there' }, ids)).toEqual({ id: 'l', account: 'here' });
    for (const row of [{ account: 'constructor' }, { account: 7 }, { id: 'l' }, null, 'there', [1]])
      expect(withOwnAccount(row, ids)).toBe(row);
  });
});
