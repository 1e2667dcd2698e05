import { describe, expect, it } from 'vitest';
import type { RecordPart } from '../../../utils/model';
import { asTrouble } from '../../../utils/trouble';
import { portions, recordFile, savedRecord } from './saved-record';

const now = Date.UTC(2026, 3, 9);

describe('a saved record', () => {
  it.each([0, 1, 2000, 4500])('is read back whole, with %i lines', async (count) => {
    const kept = { lineage: lines(count), ledger: lines(Math.ceil(count / 3)) };
    const text = (await recordFile(rowsOf(kept), now)).join('');
    expect(savedRecord(text)).toEqual({ latchkey: 'record', version: 1, saved: '2026-04-09T00:00:00.000Z', ...kept });
    expect(JSON.parse(text)).toEqual(savedRecord(`\uFEFF${text}`));
    const all = [...portions(kept)];
    expect(all.flatMap(({ lineage }) => lineage)).toEqual(kept.lineage);
    expect(all.flatMap(({ ledger }) => ledger)).toEqual(kept.ledger);
    expect(all.every(({ lineage, ledger }) => lineage.length + ledger.length <= 2000)).toBe(true);
  });

  it('ends where lines have no place, instead of asking for ever', async () => {
    const text = (await recordFile(async () => [{ odd: true }], now)).join('');
    expect(savedRecord(text)).toMatchObject({ lineage: [{ odd: true }], ledger: [{ odd: true }] });
  });

  it.each([
    ['', 'not-a-record'],
    ['{"latchkey":"record","version":1', 'not-a-record'],
    ['null', 'not-a-record'],
    ['[]', 'not-a-record'],
    ['{"latchkey":"settings","version":1,"lineage":[],"ledger":[]}', 'not-a-record'],
    ['{"latchkey":"record","version":"1","lineage":[],"ledger":[]}', 'not-a-record'],
    ['{"latchkey":"record","version":1,"lineage":{},"ledger":[]}', 'not-a-record'],
    ['{"latchkey":"record","version":1,"lineage":[]}', 'not-a-record'],
    ['{"latchkey":"record","version":2,"lineage":[],"ledger":[]}', 'store-newer'],
  ])('is not %j', (text, kind) => {
    expect(troubleOf(() => savedRecord(text))).toBe(kind);
  });
});

function lines(count: number) {
  return Array.from({ length: count }, (_, nth) => ({ id: `l${nth}`, seq: nth + 1, name: '“x”, \u2028 y' }));
}

function rowsOf(kept: Record<RecordPart, readonly { readonly seq: number }[]>) {
  return async ({ part, after }: { part: RecordPart; after: number }) => {
    return kept[part].filter(({ seq }) => seq > after).slice(0, 2000);
  };
}

function troubleOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (caught) {
    return asTrouble(caught).facts.kind;
  }
}
