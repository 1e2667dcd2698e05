import { describe, expect, it, vi } from 'vitest';
import { backupIn, headOf, mostBytes } from './backup-file';

const whole = (more: object = {}) =>
  JSON.stringify({
    application: 'latchkey',
    version: 1,
    savedAt: '2026-11-21T10:00:00.000Z',
    savedBy: '0.7.0',
    ...more,
  });

describe('a backup as a file', () => {
  it('is read as it was written', () => {
    const text = `${headOf('0.7.0', 1_000)},"parts":{"settings":{"theme":"dark"}},"lineage":[{"id":"a"}],"keys":{"iv":"x"}}`;
    expect(backupIn(`\uFEFF${text}`)).toEqual({
      ...{ savedBy: '0.7.0', savedAt: 1_000, parts: '{"settings":{"theme":"dark"}}', keys: '{"iv":"x"}' },
      ...{ lineage: [{ id: 'a' }], ledger: [], seen: [], sizes: [], activity: [] },
    });
  });

  it('may be a record that was saved alone', () => {
    const record = JSON.stringify({ latchkey: 'record', version: 1, saved: 'x', lineage: [1], ledger: [2] });
    expect(backupIn(record)).toMatchObject({ parts: '{}', lineage: [1], ledger: [2] });
  });

  it.each([
    ['nothing', '', 'not-a-backup'],
    ['no JSON', '{"application":"latchkey"', 'not-a-backup'],
    ['a list', '[]', 'not-a-backup'],
    ['null', 'null', 'not-a-backup'],
    ['another application’s', '{"application":"keepass","version":1}', 'not-a-backup'],
    ['without a version', '{"application":"latchkey"}', 'not-a-backup'],
    ['of version 0', '{"application":"latchkey","version":0}', 'not-a-backup'],
    ['of a version that is a word', '{"application":"latchkey","version":"1"}', 'not-a-backup'],
    ['of a newer version', '{"application":"latchkey","version":2}', 'store-newer'],
    ['with rows that are no list', whole({ lineage: {} }), 'not-a-backup'],
    ['with parts that go on for ever', whole({ parts: { settings: 'x'.repeat(25_000_000) } }), 'backup-too-big'],
  ])('is refused where it is %s', (_, text, kind) => {
    expect(() => backupIn(text)).toThrow(kind);
  });

  it('is refused where it is nested without end and cannot be written again, or larger than any backup', () => {
    vi.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    expect(() => backupIn('{"application":"latchkey","version":1}')).toThrow('not-a-backup');
    vi.restoreAllMocks();
    expect(() => backupIn(' '.repeat(mostBytes + 1))).toThrow('backup-too-big');
  });
});
