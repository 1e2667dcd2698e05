import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import type { CodeLife, LineageRow, RecordAsk } from '../model/record';
import { codeLives } from './code-lives';
import { database } from './database';
import type { Sought } from './life';

const [a, b, c] = ['A', 'B', 'C'].map(coded) as [InviteCode, InviteCode, InviteCode];
const vip = '1@g.us';

beforeEach(async () => {
  const db = await database();
  await Promise.all([db.clear('lineage'), db.clear('seen'), db.clear('columns')]);
});

describe('the lives of codes', () => {
  it('has one for each code, newest first, with how it ended, why, and what came next', async () => {
    await kept(
      line(1, { code: a }),
      line(2, { code: b, old: a, event: 'retired', how: 'reply', reason: 'spam', oldSeenAt: 150 }),
      line(3, { code: c, old: b, event: 'changed-elsewhere' }),
    );
    const { rows, broken, next } = await lives();
    expect({ broken, next }).toEqual({ broken: 0, next: undefined });
    expect(rows.map(({ code }) => code)).toEqual([c, b, a]);
    expect(rows[0]).not.toHaveProperty('ended');
    expect(rows[1]).toMatchObject({ how: 'reply', ended: { event: 'changed-elsewhere', at: 300, next: c } });
    expect(rows[2]).toMatchObject({
      firstSeen: 100,
      lastSeen: 150,
      ended: { event: 'retired', at: 200, reason: 'spam', next: b },
    });
  });

  it('knows the same of a code on whichever page it comes', async () => {
    const events = ['retired', 'not-rotated', 'changed-elsewhere', 'not-rotated'] as const;
    const codes = Array.from({ length: 60 }, (_, nth) => coded(`N${nth}x`));
    const lines = codes.flatMap((code, nth): LineageRow[] => {
      const old = codes[nth - 2];
      const group = `${nth % 2}@g.us`;
      const event = events[nth % 4] ?? 'retired';
      const birth = line(2 * nth + 1, {
        ...{ group, code, event: old && event !== 'not-rotated' ? event : 'first-seen' },
        ...(old && { old }),
      });
      return event === 'not-rotated' ? [birth, line(2 * nth + 2, { group, code, event })] : [birth];
    });
    await kept(...lines);
    const { rows } = await lives();
    expect(rows).toHaveLength(60);
    expect(rows.filter(({ attempts }) => attempts > 0)).toHaveLength(30);
    for (const limit of [1, 7, 59]) expect(await paged({ limit })).toEqual(rows);
    expect(await paged({ limit: 4, filter: { group: '1@g.us' } })).toEqual(
      rows.filter(({ group }) => group === '1@g.us'),
    );
  });

  it('leaves out what does not fit, and reads on', async () => {
    const lines = Array.from({ length: 620 }, (_, nth) =>
      line(nth + 1, { group: `${nth}@g.us`, code: coded(`N${nth}x`) }),
    );
    await kept(...lines);
    const { rows, next } = await lives({}, ({ seq }) => seq === 3 || seq > 617);
    expect(rows.map(({ seq }) => seq)).toEqual([620, 619, 618, 3]);
    expect(next).toBeUndefined();
    expect((await lives({ limit: 5000 })).rows.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toReversed());
  });

  it('goes by the order of the lines where the clock was set back', async () => {
    await kept(
      line(1, { code: a, at: 900 }),
      line(2, { code: b, old: a, event: 'retired', at: 300 }),
      line(3, { code: a, old: b, event: 'changed-elsewhere', at: 950 }),
      line(4, { code: c, old: a, event: 'retired', at: 990 }),
    );
    const all = (await lives()).rows.map(({ seq, ended }) => [seq, ended?.at]);
    expect(all).toEqual([
      [4, undefined],
      [3, 990],
      [2, 950],
      [1, 300],
    ]);
    const paged = [2, 3, 4].map(async (before) => (await lives({ before, limit: 1 })).rows[0]?.ended?.at);
    expect(await Promise.all(paged)).toEqual([300, 950, 990]);
  });

  it('counts lines that cannot be read, once each, leaves them, and gives the rest across the gaps', async () => {
    const db = await database();
    await kept(line(1, { code: a }), line(9000, { code: b, old: a, event: 'retired' }));
    for (const seq of [2, 5000]) await db.put('lineage', { id: `odd${seq}`, seq, code: 7 } as never);
    const { rows, broken } = await lives();
    expect(rows.map(({ code }) => code)).toEqual([b, a]);
    expect(broken).toBe(2);
    const first = await lives({ limit: 1 });
    const second = await lives({ limit: 1, before: first.next ?? 0 });
    expect([first.broken, second.broken]).toEqual([0, 2]);
    expect(await db.count('lineage')).toBe(4);
  });

  it('was last seen when any account last read it, or when it withstood a retirement', async () => {
    const db = await database();
    await kept(line(1, { code: a }), line(2, { code: a, event: 'not-rotated' }));
    expect((await lives()).rows).toMatchObject([{ lastSeen: 200, attempts: 1 }]);
    await db.put('seen', { account: 'other', group: vip, code: a, seenAt: 950 });
    expect((await lives()).rows).toMatchObject([{ lastSeen: 950 }]);
    await db.put('seen', { account: 'other', group: vip, code: b, seenAt: 990 });
    expect((await lives()).rows).toMatchObject([{ lastSeen: 200 }]);
  });

  it('joins a record that was brought back to what was known already', async () => {
    await kept(
      line(1, { code: b, at: 500 }),
      line(2, { code: c, old: b, event: 'retired', at: 600 }),
      line(3, { code: a, at: 100 }),
      line(4, { code: b, old: a, event: 'retired', at: 200 }),
    );
    const { rows } = await lives();
    expect(rows.map(({ code, firstSeen, ended }) => [code, firstSeen, ended?.at])).toEqual([
      [b, 200, 600],
      [a, 100, 200],
      [c, 600, undefined],
    ]);
  });

  it('tells a code twice that came twice', async () => {
    await kept(
      line(1, { code: a }),
      line(2, { code: b, old: a, event: 'changed-elsewhere' }),
      line(3, { code: a, old: b, event: 'changed-elsewhere' }),
    );
    expect((await lives()).rows.map(({ code, ended }) => [code, ended?.at])).toEqual([
      [a, undefined],
      [b, 300],
      [a, 200],
    ]);
  });
});

/** Looked up in the order of the lines, and searched for: both know the same. */
async function lives(asked: Partial<RecordAsk> = {}, fits?: (life: Sought) => boolean) {
  const page = await codeLives({ asked: whole(asked), accounts: ['other'], ...(fits && { fits }) });
  if (!fits) expect(await found(asked, () => true)).toEqual(page);
  return page;
}

function found(asked: Partial<RecordAsk>, fits: (life: Sought) => boolean) {
  const { group } = asked.filter ?? {};
  return lives(asked, (life) => fits(life) && (group === undefined || life.group === group));
}

function whole(asked: Partial<RecordAsk>): RecordAsk {
  return { filter: {}, limit: 500, ...asked };
}

async function paged(asked: Partial<RecordAsk>): Promise<CodeLife[]> {
  const all: CodeLife[] = [];
  let before: number | undefined;
  do {
    const page = await lives({ ...asked, ...(before !== undefined && { before }) });
    all.push(...page.rows);
    before = page.next;
  } while (before !== undefined);
  return all;
}

function line(seq: number, more: Partial<LineageRow> & Pick<LineageRow, 'code'>): LineageRow {
  const { group = vip, name = 'VIP', event = 'first-seen', how = 'read', at = seq * 100 } = more;
  return { id: `l${seq}`, seq, account: 'one', ...more, at, group, name, event, how };
}

async function kept(...lines: readonly LineageRow[]): Promise<void> {
  const transaction = (await database()).transaction('lineage', 'readwrite');
  for (const one of lines) void transaction.store.put(one);
  await transaction.done;
}

function coded(text: string): InviteCode {
  const code = bareCode(`${text}HFakeDemo01abcdefgh12X`.slice(0, 22));
  if (!code) throw new Error(`${text} makes no code`);
  return code;
}
