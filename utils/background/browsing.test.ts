import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode, inviteUrl } from '../invite-link';
import type { HandOut } from '../model/hand-out';
import type { CodeLife, RecordFilter } from '../model/record';
import { fitsCode, fitsHandOut } from './browsing';

const [a, b] = ['A', 'B'].map(coded) as [InviteCode, InviteCode];
const common = { seq: 1, account: 'one', group: '1@g.us', name: 'Café für Ärzte', code: a } as const;
const current: CodeLife = { ...common, firstSeen: 500, lastSeen: 600, how: 'read', attempts: 0 };
const retired: CodeLife = { ...current, ended: { at: 900, event: 'retired', reason: 'Spam wave', next: b } };
const given: HandOut = { ...common, id: 'g', at: 500, shape: 'png', label: 'Plakat Köln', printed: true };

describe('looking for codes', () => {
  it.each<[RecordFilter, boolean, boolean]>([
    [{}, true, true],
    [{ text: '  ' }, true, true],
    [{ text: 'cafe ARZTE' }, true, true],
    [{ text: 'ärzte café' }, true, true],
    [{ text: 'spam' }, false, true],
    [{ text: 'cafe spam' }, false, true],
    [{ text: 'dentists' }, false, false],
    [{ text: `Come in: ${inviteUrl(a)}?mode=ac_t` }, true, true],
    [{ text: `${inviteUrl(b)} ${inviteUrl(a)}` }, true, true],
    [{ text: ` ${a} ` }, true, true],
    [{ text: a.slice(0, 6).toLowerCase() }, true, true],
    [{ text: inviteUrl(b) }, false, false],
    [{ group: '1@g.us' }, true, true],
    [{ group: '2@g.us' }, false, false],
    [{ groups: ['2@g.us', '1@g.us'] }, true, true],
    [{ groups: ['2@g.us'] }, false, false],
    [{ groups: [] }, false, false],
    [{ state: 'current' }, true, false],
    [{ state: 'retired' }, false, true],
    [{ state: 'changed-elsewhere' }, false, false],
    [{ until: 499 }, false, false],
    [{ until: 500 }, true, true],
    [{ since: 900 }, true, true],
    [{ since: 901 }, true, false],
    [{ since: 901, text: 'cafe' }, true, false],
  ])('%j', (filter, isCurrent, isRetired) => {
    expect([current, retired].map(fitsCode(filter))).toEqual([isCurrent, isRetired]);
  });
});

describe('looking for hand-outs', () => {
  it.each<[RecordFilter, boolean]>([
    [{}, true],
    [{ text: 'plakat koln' }, true],
    [{ text: 'plakat köln arzte' }, true],
    [{ text: 'poster' }, false],
    [{ text: inviteUrl(a) }, true],
    [{ text: inviteUrl(b) }, false],
    [{ shape: 'png', printed: true }, true],
    [{ shape: 'svg' }, false],
    [{ printed: false }, false],
    [{ since: 500, until: 500 }, true],
    [{ since: 501 }, false],
    [{ until: 499 }, false],
    [{ group: '2@g.us' }, false],
    [{ groups: ['2@g.us', '1@g.us'], since: 500 }, true],
    [{ groups: ['2@g.us'] }, false],
  ])('%j', (filter, fits) => {
    expect(fitsHandOut(filter)(given)).toBe(fits);
  });
});

function coded(text: string): InviteCode {
  const code = bareCode(`${text}HFakeDemo01abcdefgh12X`.slice(0, 22));
  if (!code) throw new Error(`${text} makes no code`);
  return code;
}
