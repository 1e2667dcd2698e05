import { describe, expect, it } from 'vitest';
import { mostBytes, objectIn } from './json-file';

const nested = (times: number, open = '{"a":', close = '}') => `${open.repeat(times)}1${close.repeat(times)}`;
const whole = '{"application":"latchkey","version":1,"lineage":[{"id":"a","name":"[{\\"}"},\n{"id":"b"}],"parts":{}}';

describe('a file that may be anything', () => {
  it('is read where it is an object, brackets in its texts and a mark before it notwithstanding', () => {
    expect(objectIn(`\uFEFF${whole}`)).toEqual(JSON.parse(whole));
    expect(objectIn(JSON.stringify({ a: `${'[{'.repeat(500)}\\"` }))).toEqual({ a: `${'[{'.repeat(500)}\\"` });
    expect(objectIn(nested(60))).toEqual(JSON.parse(nested(60)));
  });

  it('is told to be cut off, wherever it ends', () => {
    for (let end = 30; end < whole.length; end += 1) {
      expect(() => objectIn(whole.slice(0, end)), whole.slice(0, end)).toThrow('backup-cut-off');
    }
    expect(() => objectIn('{"latchkey":"record","version":1,"lineage":[')).toThrow('backup-cut-off');
  });

  it.each([
    ['nothing', '', 'backup-not-json'],
    ['a text', 'Dear diary', 'backup-not-json'],
    ['a picture', '\x89PNG\r\n\x1a\n{[{[{[', 'backup-not-json'],
    ['another application’s, cut off', '{"application":"keepass","all":[', 'backup-not-json'],
    ['ours, with a letter too many', `${whole}x`, 'not-a-backup'],
    ['ours, with a comma too many', whole.replace(':1,', ':1,,'), 'not-a-backup'],
    ['a list', '[]', 'not-a-backup'],
    ['null', 'null', 'not-a-backup'],
    ['nested too deep in objects', nested(100_000), 'backup-too-deep'],
    ['nested too deep in lists', nested(100, '[', ']'), 'backup-too-deep'],
    ['nested without end', '['.repeat(1_000_000), 'backup-too-deep'],
  ])('is refused where it is %s', (_, text, kind) => {
    expect(() => objectIn(text)).toThrow(kind);
  });

  it('is refused where it is larger than any backup', () => {
    expect(() => objectIn(' '.repeat(mostBytes + 1))).toThrow('backup-too-big');
  });
});
