import { describe, expect, it } from 'vitest';
import { backupIn, headOf } from './backup-file';

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
    expect(backupIn(record)).toEqual({
      ...{ savedBy: '', parts: '{}', record: true, lineage: [1], ledger: [2], seen: [], sizes: [], activity: [] },
    });
  });

  it('takes nothing for a text that is none', () => {
    const odd = { savedAt: { toString: 1, valueOf: 1 }, savedBy: ['0.7.0'] };
    expect(backupIn(whole(odd))).toMatchObject({ savedBy: '', parts: '{}' });
  });

  it.each([
    ['nothing', '', 'backup-not-json'],
    ['cut off', '{"application":"latchkey"', 'backup-cut-off'],
    ['a list', '[]', 'not-a-backup'],
    ['null', 'null', 'not-a-backup'],
    ['another application’s', '{"application":"keepass","version":1}', 'not-a-backup'],
    ['without a version', '{"application":"latchkey"}', 'not-a-backup'],
    ['of version 0', '{"application":"latchkey","version":0}', 'not-a-backup'],
    ['of a version that is a word', '{"application":"latchkey","version":"1"}', 'not-a-backup'],
    ['of a newer version', '{"application":"latchkey","version":2}', 'store-newer'],
    ['with rows that are no list', whole({ lineage: {} }), 'not-a-backup'],
    [
      'a record of a version that is a word',
      '{"latchkey":"record","version":"1","lineage":[],"ledger":[]}',
      'not-a-backup',
    ],
    [
      'a record with rows that are no list',
      '{"latchkey":"record","version":1,"lineage":{},"ledger":[]}',
      'not-a-backup',
    ],
    ['a record with half of its rows', '{"latchkey":"record","version":1,"lineage":[]}', 'not-a-backup'],
    ['a record of a newer version', '{"latchkey":"record","version":2,"lineage":[],"ledger":[]}', 'store-newer'],
    ['with parts that go on for ever', whole({ parts: { settings: 'x'.repeat(25_000_000) } }), 'backup-too-big'],
  ])('is refused where it is %s', (_, text, kind) => {
    expect(() => backupIn(text)).toThrow(kind);
  });
});
