import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { bareCode } from '../invite-link';
import { database } from './database';
import { read, usedItem } from './items';
import { name, note, summary } from './ledger';

describe('the ledger', () => {
  it('only ever adds, the last word counting, and moves the group to the front', async () => {
    const code = bareCode('HFakeDemo01abcdefgh12X');
    if (!code) throw new Error('no code');
    const given = { account: 'one', group: '1@g.us', name: 'VIP', code, shape: 'png', at: 100 } as const;
    const id = await note(given);
    await note({ ...given, group: '2@g.us', shape: 'link', at: 200 });
    await name({ id, label: ' poster Lion ', printed: true, at: 300 });
    await name({ id, label: 'poster Lyon', printed: true, at: 400 });

    const rows = await (await database()).getAllFromIndex('ledger', 'seq');
    expect(rows.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'given'],
      [2, 'given'],
      [3, 'named'],
      [4, 'named'],
    ]);
    expect(rows[2]).toMatchObject({ of: id, label: 'poster Lion', printed: true });
    expect(await summary('1@g.us', code)).toMatchObject({
      ...{ count: 1, byShape: { png: 1 }, labels: ['poster Lyon'], lastAt: 100 },
      printed: [{ id, label: 'poster Lyon' }],
    });
    expect((await read(usedItem)).map(({ group }) => group)).toEqual(['2@g.us', '1@g.us']);
    await note({ ...given, account: 'two', at: 500 });
    expect(await read(usedItem)).toEqual([
      { account: 'two', group: '1@g.us', at: 500 },
      { account: 'one', group: '2@g.us', at: 200 },
    ]);
  });
});
