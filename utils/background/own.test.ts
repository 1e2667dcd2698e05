import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../invite-link';
import type { Account } from '../model/account';
import type { InviteView } from '../model/invite';
import type { LineageRow } from '../model/record';
import { type Holder, holderOf, oursOf } from './own';

function code(letter: string): InviteCode {
  const found = bareCode(`HFakeDemo01abcdefgh12${letter}`);
  if (!found) throw new Error('Not a code');
  return found;
}

const [first, second, third, strange] = ['A', 'B', 'C', 'X'].map(code) as [
  InviteCode,
  InviteCode,
  InviteCode,
  InviteCode,
];
const row = (seq: number, more: Partial<LineageRow>): LineageRow => ({
  ...{ id: `${seq}`, seq, at: seq * 100, account: 'a', group: '1@g.us', name: 'Club, once', code: first },
  ...{ event: 'first-seen', how: 'read' },
  ...more,
});
/** Newest first. */
const rows = [
  row(4, { code: third, old: second, event: 'changed-elsewhere' }),
  row(3, { code: second, event: 'not-rotated' }),
  row(2, { code: second, old: first, event: 'retired' }),
  row(1, {}),
];
const account: Account = { id: 'a', make: 'wawp', name: 'Mine', server: 'https://g.example', fields: {}, addedAt: 7 };
const holder: Holder = { account, group: { id: '1@g.us', name: 'Club', admin: true }, listedAt: 950 };
const view: InviteView = { account: 'a', group: '1@g.us', code: third, seenAt: 990 };
const known = { rows, holder, view, accountName: 'Mine' };

describe('what the store knows of a code', () => {
  it('the last one is the current one, and since when that is sure', () => {
    expect(oursOf({ code: third, ...known })).toEqual({
      own: {
        ...{ relation: 'admin', seenAt: 950, code: 'current' },
        inside: { account: 'a', accountName: 'Mine', group: '1@g.us', name: 'Club', current: third },
      },
      group: holder.group,
      isUnsettled: false,
      confirmedAt: 990,
    });
  });

  it('one before it is retired, by us or elsewhere', () => {
    expect(oursOf({ code: first, ...known }).own).toMatchObject({
      ...{ code: 'retired', retired: { at: 200, since: 100, byUs: true }, inside: { current: third } },
    });
    expect(oursOf({ code: second, ...known }).own.retired).toEqual({ at: 400, since: 200, byUs: false });
    expect(oursOf({ code: second, ...known }).confirmedAt).toBeUndefined();
  });

  it('one that came back is current again', () => {
    const back = [row(5, { code: first, old: third, event: 'changed-elsewhere' }), ...rows];
    const now = { ...known, rows: back, view: { ...view, code: first, seenAt: 995 } };
    expect(oursOf({ code: first, ...now }).own.code).toBe('current');
    expect(oursOf({ code: third, ...now }).own.retired?.at).toBe(500);
  });

  it('one that is not in the record was never seen, though its group was', () => {
    expect(oursOf({ code: strange, ...known }).own).toMatchObject({ relation: 'admin', code: 'unseen' });
    expect(oursOf({ code: strange, ...known, rows: [] }).own).toMatchObject({ code: 'unseen', seenAt: 950 });
  });

  it('is the past where no account lists the group', () => {
    const past = oursOf({ code: first, ...known, holder: undefined, accountName: '' });
    expect(past.own).toMatchObject({ relation: 'past', seenAt: 400, inside: { name: 'Club, once', accountName: '' } });
    expect(past.group).toEqual({ id: '1@g.us', name: 'Club, once' });
  });

  it('is open while its revocation is', () => {
    const open = { id: '9', code: third, sentAt: 995 };
    expect(oursOf({ code: third, ...known, view: { ...view, open } }).isUnsettled).toBe(true);
    expect(oursOf({ code: first, ...known, view: { ...view, open } }).isUnsettled).toBe(false);
  });
});

it('of two accounts in one group, the admin speaks', () => {
  const member: Holder = { account: { ...account, id: 'b' }, group: { id: '1@g.us', name: 'Club' } };
  expect(holderOf([member, holder])).toBe(holder);
  expect(holderOf([member])).toBe(member);
  expect(holderOf([])).toBeUndefined();
});
