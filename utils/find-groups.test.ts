import { describe, expect, it } from 'vitest';
import { candidates, findGroups, placeOf } from './find-groups';
import type { Account, Group } from './model';

const acme: Account = { id: 'a', make: 'wawp', name: 'Acme', server: 'https://api.wawp.net', fields: {}, addedAt: 0 };
const club: Account = { ...acme, id: 'b', name: 'Club Méditerranée' };

function group(id: string, name: string, admin?: boolean): Group {
  return { id: `${id}@g.us`, name, ...(admin !== undefined && { admin }) };
}

function names(found: readonly { readonly group: Group }[]): string[] {
  return found.map((one) => one.group.name);
}

const all = candidates({
  accounts: [acme, club],
  rolls: [
    { account: 'a', groups: [group('1', 'Zebra', true), group('2', 'Café Ólé'), group('3', 'apple', false)] },
    { account: 'b', groups: [group('1', 'Émile', true), group('9', 'İstanbul مَدينة')] },
  ],
  used: [{ account: 'a', group: '3@g.us', at: 7 }],
});

describe('candidates', () => {
  it('leaves out the groups of accounts that are not asked for', () => {
    const rolls = [
      { account: 'a', groups: [group('1', 'Zebra')] },
      { account: 'b', groups: [group('1', 'Émile')] },
    ];
    expect(names(candidates({ accounts: [club], rolls, used: [] }))).toEqual(['Émile']);
  });

  it('puts the last used first, then where we are admin, then where nobody said', () => {
    expect(names(all)).toEqual(['apple', 'Émile', 'Zebra', 'Café Ólé', 'İstanbul مَدينة']);
  });

  it('finds the place of a name by its first letter, not by the signs before it', () => {
    const groups = ['', 'Beta', '🔥 Alpha', '<b>Gamma</b>', '#1 Fans'].map((name, at) => group(`${at}`, name));
    const ordered = candidates({ accounts: [acme], rolls: [{ account: 'a', groups }], used: [] });
    expect(names(ordered)).toEqual(['#1 Fans', '🔥 Alpha', '<b>Gamma</b>', 'Beta', '']);
  });

  it('keeps apart the same group seen by two accounts', () => {
    expect(all.filter((one) => one.group.id === '1@g.us')).toHaveLength(2);
    expect(placeOf(all, 'b', '1@g.us')).toBe(1);
    expect(placeOf(all, 'b', 'none@g.us')).toBe(-1);
  });
});

describe('findGroups', () => {
  it('does not mind case or accents, on either side', () => {
    expect(names(findGroups(all, 'CAFE ole'))).toEqual(['Café Ólé']);
    expect(names(findGroups(all, 'äpple'))).toEqual(['apple']);
    expect(names(findGroups(all, 'مدينة istanbul'))).toEqual(['İstanbul مَدينة']);
  });

  it('wants every word, in the name, the id or the account', () => {
    expect(names(findGroups(all, 'club 9@g'))).toEqual(['İstanbul مَدينة']);
    expect(findGroups(all, 'zebra club')).toEqual([]);
  });

  it('gives all of them, in order, for nothing but blanks', () => {
    expect(findGroups(all, '  ')).toBe(all);
  });
});
