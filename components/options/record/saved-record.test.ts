import { describe, expect, it } from 'vitest';
import { backupIn } from '../../../utils/keeping/backup-file';
import type { RecordPart } from '../../../utils/model/record';
import { recordFile } from './saved-record';

const now = Date.UTC(2026, 3, 9);

describe('a saved record', () => {
  it.each([0, 1, 2000, 4500])('is read back whole, with %i lines', async (count) => {
    const kept = { lineage: lines(count), ledger: lines(Math.ceil(count / 3)) };
    const text = (await recordFile(rowsOf(kept), now)).join('');
    expect(backupIn(`\uFEFF${text}`)).toMatchObject({ record: true, savedAt: now, ...kept });
    expect(JSON.parse(text)).toEqual({ latchkey: 'record', version: 1, saved: '2026-04-09T00:00:00.000Z', ...kept });
  });

  it('ends where lines have no place, instead of asking for ever', async () => {
    const text = (await recordFile(async () => [{ odd: true }], now)).join('');
    expect(backupIn(text)).toMatchObject({ lineage: [{ odd: true }], ledger: [{ odd: true }] });
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
