import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyIn } from './managed-account';
import { parsed, policyNames } from './parsed';

const desk = { name: 'Desk', make: 'wawp', fields: { instance: 'A1' }, key: 'top secret' };

describe('a policy', () => {
  it('is read under the names that the schema has, all of them and no other', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/managed-schema.json'), 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual([...policyNames].sort());
  });

  it('gives the parts that it sets, and keeps no key', async () => {
    const policy = await parsed({ accounts: [desk], mayJoin: false, joinsPerMinute: 1, fullAtPercent: 80 });
    expect(policy).toMatchObject({
      accounts: [{ id: 'policy-Desk', make: 'wawp', server: 'https://api.wawp.net', given: ['token'], asks: [] }],
      rights: { mayJoin: false },
      settings: { joinsPerMinute: 1 },
      fill: { percent: 80 },
      given: ['accounts', 'fullAtPercent', 'joinsPerMinute', 'mayJoin'],
      unread: [],
    });
    expect(JSON.stringify(policy)).not.toContain(desk.key);
  });

  it('loses each value that cannot be read, by its place, and nothing else', async () => {
    const policy = await parsed({
      accounts: [desk, { ...desk, make: 'nobody' }, { ...desk, name: 'Two', fields: {} }, desk, 7],
      ...{ joinsPerMinute: 60, watch: 'yes', greeting: 'Hello', joinOnly: ['VIP', 7], pagesOff: ['a.example', 'b c'] },
      ...{ freezeDays: [{ from: '2026-02-30', to: '2026-03-01' }], timeZone: 'Mars/Olympus', nonsense: 1 },
      quietHours: { from: '22:00', to: '22:00' },
    });
    expect(policy.accounts.map(({ name }) => name)).toEqual(['Desk']);
    expect(policy.settings).toEqual({ greeting: 'Hello', joinOnly: ['VIP'] });
    expect(policy.sites).toEqual({ off: ['a.example'] });
    expect(policy.rules).toEqual({});
    expect([...policy.unread].sort()).toEqual(
      [
        ...['accounts[1].make', 'accounts[2].fields.instance', 'accounts[3].name', 'accounts[4]'],
        ...['freezeDays[0]', 'joinOnly[1]', 'joinsPerMinute', 'nonsense', 'pagesOff[1]', 'quietHours', 'timeZone'],
        'watch',
      ].sort(),
    );
  });

  it('asks for a key where it says so, says nothing, or says something that is none', async () => {
    const { key: _, ...keyless } = desk;
    const keys = ['ask', 'Schlüssel', ''].map((key, nth) => ({ ...desk, name: `Desk ${nth}`, key }));
    const policy = await parsed({ accounts: [keyless, ...keys] });
    expect(policy.accounts.map(({ asks, given }) => [asks, given])).toEqual(Array(4).fill([['token'], []]));
    expect(policy.unread).toEqual(['accounts[2].key', 'accounts[3].key']);
  });
});

describe('the key of a policy', () => {
  const server = 'https://gateway.example';
  const account = { ...desk, server };

  it('is given for the account and the server that it was set for', () => {
    expect(keyIn([account], { name: 'Desk', server })).toBe(desk.key);
    expect(keyIn([account], { name: 'Desk', server: 'https://other.example' })).toBeUndefined();
    expect(keyIn([account], { name: 'Another', server })).toBeUndefined();
    expect(keyIn([{ ...account, key: 'ask' }], { name: 'Desk', server })).toBeUndefined();
    expect(keyIn('nothing', { name: 'Desk', server })).toBeUndefined();
  });
});
