import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import type { HandOut } from '../model/hand-out';
import type { RecordAsk } from '../model/record';
import { database } from './database';
import { handOuts, whereabouts } from './hand-outs';
import type { LedgerRow } from './ledger';

const [a, b] = ['A', 'B'].map(coded) as [InviteCode, InviteCode];
const vip = '1@g.us';

beforeEach(async () => {
  const db = await database();
  await Promise.all([db.clear('ledger'), db.clear('columns')]);
});

describe('the hand-outs', () => {
  it('come newest first, with what was said of them last', async () => {
    await kept(given(1), given(2, { code: b }), named(3, 1, 'poster Lion', true), named(4, 1, 'poster Lyon', true));
    const { rows } = await list();
    expect(rows).toMatchObject([
      { seq: 2, code: b, printed: false },
      { seq: 1, code: a, printed: true, label: 'poster Lyon' },
    ]);
    expect(rows[0]).not.toHaveProperty('label');
    expect((await list({}, { byName: true })).rows).toEqual(rows);
    await kept(named(5, 1, '', false));
    expect((await list()).rows[1]).toEqual({ ...rows[0], id: 'g1', seq: 1, at: 100, code: a });
  });

  it('are found by label and paper on whichever page, however they are read', async () => {
    const lines = Array.from({ length: 1300 }, (_, nth) => given(nth + 1, { group: `${nth % 3}@g.us` }));
    await kept(...lines, named(1301, 4, 'poster Lyon', true), named(1302, 1290, 'April', false));
    const wanted = (handOut: HandOut) => handOut.label !== undefined;
    expect((await list({}, { fits: wanted, byName: true })).rows.map(({ seq }) => seq)).toEqual([1290, 4]);
    const later = await list({ before: 1000, limit: 20 }, { fits: wanted, byName: true });
    expect(later.rows.map(({ label }) => label)).toEqual(['poster Lyon']);
    const few = await list({ before: 6, limit: 3 });
    const many = await list({ before: 6, limit: 500 });
    expect(few.rows).toEqual(many.rows.slice(0, 3));
    expect(few.next).toBe(3);
    expect((await list({ filter: { group: '2@g.us' }, limit: 1000 })).rows).toHaveLength(433);
  });

  it('are given without the lines that cannot be read, which stay', async () => {
    const db = await database();
    await kept(given(1), given(3));
    await db.put('ledger', { id: 'odd', seq: 2, kind: 'lent' } as never);
    const { rows, broken } = await list();
    expect(rows.map(({ seq }) => seq)).toEqual([3, 1]);
    expect(broken).toBe(1);
    expect(await db.count('ledger')).toBe(3);
  });
});

describe('where a code is', () => {
  it('counts what left the house, and names what is on paper', async () => {
    await kept(
      ...[given(1), given(2, { shape: 'button' }), given(3, { shape: 'button' }), given(4, { code: b })],
      ...[given(5, { group: '2@g.us' }), named(6, 1, 'poster Lyon', true), named(7, 2, 'April', false)],
      ...[named(8, 3, 'April', false), named(9, 4, 'another code', true)],
    );
    expect(await whereabouts(vip, a)).toEqual({
      count: 3,
      byShape: { link: 1, button: 2 },
      printed: [expect.objectContaining({ id: 'g1', label: 'poster Lyon' })],
      labels: ['April', 'poster Lyon'],
      firstAt: 100,
      lastAt: 300,
    });
  });

  it('is nowhere where it was never handed out', async () => {
    expect(await whereabouts(vip, a)).toEqual({ count: 0, byShape: {}, printed: [], labels: [] });
  });

  it('keeps to the newest 20 labels, also of very many', async () => {
    const many = Array.from({ length: 260 }, (_, nth) => given(nth + 1));
    const labels = Array.from({ length: 260 }, (_, nth) => named(nth + 261, nth + 1, `label ${nth}`, nth % 2 === 0));
    await kept(...many, ...labels);
    const { count, labels: told, printed } = await whereabouts(vip, a);
    expect([count, told.length, told[0], printed.length]).toEqual([260, 20, 'label 259', 130]);
  });
});

interface How {
  readonly fits?: (one: HandOut) => boolean;
  readonly byName?: boolean;
}

/** Read in the order of the lines, and searched for: both know the same. */
async function list(ask: Partial<RecordAsk> = {}, how: How = {}) {
  const asked = { filter: {}, limit: 50, ...ask };
  const page = await handOuts({ asked, byName: false, ...how });
  const { group } = asked.filter;
  const fits = (one: HandOut) => group === undefined || one.group === group;
  if (!how.fits) expect(await handOuts({ asked, byName: true, fits })).toEqual(page);
  return page;
}

function given(seq: number, more: { code?: InviteCode; shape?: HandOut['shape']; group?: string } = {}): LedgerRow {
  const common = { account: 'one', name: 'VIP', group: vip, code: a, shape: 'link' } as const;
  return { kind: 'given', id: `g${seq}`, seq, at: seq * 100, ...common, ...more };
}

function named(seq: number, of: number, label: string, printed: boolean): LedgerRow {
  return { kind: 'named', id: `n${seq}`, seq, at: seq * 100, of: `g${of}`, label, printed };
}

async function kept(...lines: readonly LedgerRow[]): Promise<void> {
  const transaction = (await database()).transaction('ledger', 'readwrite');
  for (const one of lines) void transaction.store.put(one);
  await transaction.done;
}

function coded(text: string): InviteCode {
  const code = bareCode(`${text}HFakeDemo01abcdefgh12X`.slice(0, 22));
  if (!code) throw new Error(`${text} makes no code`);
  return code;
}
