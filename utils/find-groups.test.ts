import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateId, candidates, findGroups, placeOf, searching, withChains } from './find-groups';
import type { Group } from './model/group';
import type { ChainView } from './over-time/model';

const acme = { id: 'a', name: 'Acme', allowed: true, copyOnly: false };
const club = { ...acme, id: 'b', name: 'Club Méditerranée' };

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
    { account: 'b', groups: [group('1', 'Émile', true), group('9', 'İstanbul مَدينة'), group('8', 'Yoga')] },
  ],
  used: [{ account: 'a', group: '3@g.us', at: 7 }],
  primaries: {},
});

describe('candidates', () => {
  const rolls = [
    { account: 'a', groups: [group('1', 'Zebra', false), group('2', 'Alone')] },
    { account: 'b', groups: [group('1', 'Émile', true)] },
  ];
  const both = { accounts: [acme, club], rolls, used: [], primaries: {} };
  const through = (known: Parameters<typeof candidates>[0]) =>
    candidates(known).map(({ account, group: { name }, primary }) => [name, account, primary]);

  it('leaves out the groups of accounts that are gone', () => {
    expect(through({ ...both, accounts: [club] })).toEqual([['Émile', 'b', 'b']]);
  });

  it('puts the last used first, then where we are admin, then where nobody said', () => {
    expect(names(all)).toEqual(['apple', 'Zebra', 'Café Ólé', 'İstanbul مَدينة', 'Yoga']);
  });

  it('finds the place of a name by its first letter, not by the signs before it', () => {
    const groups = ['', 'Beta', '🔥 Alpha', '<b>Gamma</b>', '#1 Fans'].map((name, at) => group(`${at}`, name));
    const ordered = candidates({ ...both, accounts: [acme], rolls: [{ account: 'a', groups }] });
    expect(names(ordered)).toEqual(['#1 Fans', '🔥 Alpha', '<b>Gamma</b>', 'Beta', '']);
  });

  it('has the same group of two accounts once, through the one that looks after it', () => {
    expect(through(both)).toEqual([
      ['Émile', 'b', 'b'],
      ['Alone', 'a', 'a'],
    ]);
    expect(candidates(both)[0]?.holders.map(({ account }) => account)).toEqual(['a', 'b']);
    expect(through({ ...both, primaries: { '1@g.us': 'a' } })).toContainEqual(['Zebra', 'a', 'a']);
    expect(through({ ...both, accounts: [acme, { ...club, copyOnly: true }] })).toContainEqual(['Émile', 'b', 'b']);
    expect(placeOf(all, '1@g.us')).toBe(1);
    expect(placeOf(all, 'none@g.us')).toBe(-1);
  });

  it('passes over an account that may change nothing, where another may', () => {
    const [a, b] = [group('1', 'Zebra', true), group('1', 'Émile', true)];
    const able = [
      { account: 'a', groups: [a] },
      { account: 'b', groups: [b] },
    ];
    for (const bar of [{ allowed: false }, { copyOnly: true }]) {
      expect(through({ ...both, accounts: [{ ...acme, ...bar }, club], rolls: able })).toEqual([['Émile', 'b', 'b']]);
    }
  });

  it('has the groups of one account alone, through that one', () => {
    expect(through({ ...both, only: 'a' })).toEqual([
      ['Alone', 'a', 'a'],
      ['Zebra', 'a', 'b'],
    ]);
    expect(through({ ...both, only: 'b' })).toEqual([['Émile', 'b', 'b']]);
  });

  it('puts first what was used through any account', () => {
    const used = [
      { account: 'gone', group: '2@g.us', at: 9 },
      { account: 'a', group: '2@g.us', at: 3 },
    ];
    expect(candidates({ ...both, used })[0]).toMatchObject({ group: { name: 'Alone' }, usedAt: 9 });
  });
});

describe('findGroups', () => {
  it('does not mind case or accents, on either side', () => {
    expect(names(findGroups(all, 'CAFE ole'))).toEqual(['Café Ólé']);
    expect(names(findGroups(all, 'äpple'))).toEqual(['apple']);
    expect(names(findGroups(all, 'مدينة istanbul'))).toEqual(['İstanbul مَدينة']);
  });

  it('wants every word, in the name, the id or any of the accounts', () => {
    expect(names(findGroups(all, 'club 9@g'))).toEqual(['İstanbul مَدينة']);
    expect(names(findGroups(all, 'zebra club acme'))).toEqual(['Zebra']);
    expect(findGroups(all, 'acme yoga')).toEqual([]);
  });

  it('gives all of them, in order, for nothing but blanks', () => {
    expect(findGroups(all, '  ')).toBe(all);
  });
});

describe('groups in a row', () => {
  const cell = { limit: 350, state: 'room' } as const;
  const chain: ChainView = {
    ...{ id: 'c', name: 'Frühling', groups: ['2@g.us', '8@g.us'], handing: { place: 1 } },
    cells: [
      { ...cell, group: '2@g.us', name: 'Café Ólé', state: 'full' },
      { ...cell, group: '8@g.us', name: 'Yoga' },
    ],
  };
  const named = (chains: readonly ChainView[], query: string) =>
    findGroups(withChains(all, chains), query).map((one) => `${one.chain?.name ?? ''} ${one.group.name}`.trim());

  it('are found by their name alone, through the group that they hand out now', () => {
    expect(named([chain], 'fruhling')).toEqual(['Frühling Yoga']);
    expect(named([chain], 'yoga')).toEqual(['Yoga']);
    expect(named([], 'fruhling')).toEqual([]);
  });

  it('stand before groups that were used as little, and are not those groups', () => {
    const found = withChains(all, [chain]);
    expect(found.map(candidateId).slice(0, 2)).toEqual(['3@g.us', 'chain c']);
    expect([placeOf(found, 'chain c'), placeOf(found, '8@g.us')]).toEqual([1, 5]);
  });

  it('are as recent as the latest of their groups', () => {
    const used = withChains(all, [{ ...chain, groups: ['8@g.us', '3@g.us'] }]);
    expect(used.map(candidateId).slice(0, 2)).toEqual(['chain c', '3@g.us']);
  });

  it('are there although none has room, and gone with their groups', () => {
    expect(named([{ ...chain, handing: { warn: 'none' } }], 'fruhling')).toEqual(['Frühling Café Ólé']);
    const gone = chain.cells.map((one) => ({ ...one, group: 'x@g.us' }));
    expect(named([{ ...chain, cells: gone }], 'fruhling')).toEqual([]);
  });
});

describe('searching one list', () => {
  it('finds what a search of the whole list finds, whatever was asked before', () => {
    const search = searching(all);
    for (const query of ['', 'e', 'em', 'emile', 'em', 'zebra', 'cafe o', '', 'yoga club'])
      expect(search(query)).toEqual(findGroups(all, query));
  });

  it('finds the same by keys, one after the other, as by the whole question', () => {
    // Few signs, so that most questions find something; with what folding takes away, puts in, or takes for a blank.
    const sign = fc.constantFrom(...'aeocpyz', 'É', '\u0301', 'İ', 'ﬁ', ' ', '\u00a0', '1', '@', 'm');
    const text = fc.string({ unit: sign, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 3, maxLength: 12 }), fc.array(text, { maxLength: 4 }), (names, typed) => {
        const groups = names.map((name, nth) => group(`${nth}`, name));
        const rolls = [{ account: 'a', groups }];
        const list = candidates({ accounts: [acme], rolls, used: [], primaries: {} });
        const search = searching(list);
        const asked = typed.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
        for (const query of [...asked, ...asked.toReversed()]) expect(search(query)).toEqual(findGroups(list, query));
      }),
    );
  });

  it('gives the same list to the key that asks and to the face that is drawn', () => {
    const search = searching(all);
    expect(search('ap')).toBe(search('ap'));
  });
});
