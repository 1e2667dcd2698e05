import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { currentCode, peopleOf } from './group.ts';
import { createWorld, type WholeWorld } from './world.ts';

let open: WholeWorld[] = [];

function world(options: Parameters<typeof createWorld>[0] = {}): WholeWorld {
  const made = createWorld(options);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

describe('the world', () => {
  it('holds a marketer and an account of ten thousand groups', () => {
    const { groupsOf } = world();
    expect(groupsOf('demo').length).toBeGreaterThan(20);
    expect(groupsOf('big')).toHaveLength(10_000);
  });

  it('issues codes of 22 letters and digits, the same for the same seed', () => {
    const codes = (seed: string) => world({ seed }).groupsOf('demo').map(currentCode);
    expect(codes('a')).toEqual(codes('a'));
    expect(codes('a')).not.toEqual(codes('b'));
    expect(codes('a').every((code) => /^[A-Za-z0-9]{22}$/.test(code))).toBe(true);
  });

  it('has as many people in a group as it says, us among them', () => {
    const group = world().find('VIP Launch List');
    expect(peopleOf(group)).toHaveLength(group.size);
    expect(new Set(peopleOf(group).map(({ phone }) => phone)).size).toBe(group.size);
    expect(peopleOf(group)[0]).toMatchObject({ phone: '33612345678', role: 'superadmin' });
  });

  it('retires a code for good', () => {
    const { find, readCode, revoke, probe } = world();
    const { id } = find('VIP Launch List');
    const old = readCode('demo', id);
    const fresh = revoke('demo', id);
    expect(fresh).not.toBe(old);
    expect(readCode('demo', id)).toBe(fresh);
    expect(probe(fresh).id).toBe(id);
    expect(() => probe(old)).toThrow('gone');
    expect(find(id).codes.at(-2)?.retiredAt).toBeTypeOf('number');
  });

  it('tells a stranger, a member and an admin apart', () => {
    const { find, readCode, revoke } = world();
    expect(() => readCode('demo', '1@g.us')).toThrow('item-not-found');
    expect(() => readCode('demo', find('Garden Swap Toulouse').id)).toThrow('forbidden');
    expect(() => readCode('demo', find('Newsletter Readers').id)).toThrow('not-authorized');
    const shared = find('Open Book Club').id;
    expect(readCode('demo', shared)).toHaveLength(22);
    expect(() => revoke('demo', shared)).toThrow('not-authorized');
  });

  it('tells a code that never was from a text that is no code', () => {
    const { probe } = world();
    expect(() => probe('A'.repeat(22))).toThrow('not-acceptable');
    expect(() => probe('hello')).toThrow('bad-request');
  });

  it('lets people in as the group wants it', () => {
    const { find, join: enter, groupsOf } = world();
    const code = (name: string) => currentCode(find(name));
    expect(enter('demo', code('Garden Swap Toulouse'))).toMatchObject({ pending: false, group: { size: 89 } });
    expect(enter('demo', code('Private Tasting'))).toMatchObject({ pending: true, group: { size: 40 } });
    expect(() => enter('demo', code('Full House Poker'))).toThrow('resource-limit');
    expect(() => enter('demo', code('Chess at Noon'))).toThrow('not-authorized');
    const names = groupsOf('demo').map(({ subject }) => subject);
    expect(names).toContain('Garden Swap Toulouse');
    expect(names).not.toContain('Private Tasting');
  });

  it('counts the last of the free places', () => {
    const { find, setRole, join: enter } = world();
    const { id } = find('Grupo Ofertas 🛍️');
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) setRole(id, name, 'participant');
    expect(() => enter('big', currentCode(find(id)))).toThrow('resource-limit');
  });

  it('forgets who left', () => {
    const { find, leave, info, send } = world();
    const { id, size } = find('Beta Testers');
    leave('demo', id);
    expect(find(id).size).toBe(size - 1);
    expect(() => info('demo', id)).toThrow('forbidden');
    expect(() => send('demo', id, 'hello')).toThrow('forbidden');
  });

  it('survives a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const file = join(folder, 'world.sqlite');
    const before = createWorld({ file });
    const { id } = before.find('Spring Workshop Lyon');
    const code = before.revoke('demo', id);
    before.setStatus('demo', 'FAILED');
    before.send('demo', id, 'See you on Saturday');
    before.close();
    const after = createWorld({ file });
    expect(after.readCode('demo', id)).toBe(code);
    expect(after.status('demo')).toBe('FAILED');
    expect(after.sent()).toMatchObject([{ to: id, text: 'See you on Saturday' }]);
    expect(after.groupsOf('demo')[1]?.id).toBe(id);
    after.close();
    rmSync(folder, { recursive: true });
  });
});
