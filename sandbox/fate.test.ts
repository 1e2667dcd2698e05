import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, deskAt } from './desk.ts';
import { type Sandbox, startSandbox } from './serve.ts';

let sandbox: Sandbox;
let desk: Desk;

beforeEach(async () => {
  sandbox = await startSandbox();
  desk = deskAt(sandbox.url);
});
afterEach(() => sandbox.close());

const group = 'VIP Launch List';
const hourMs = 3_600_000;

describe('the sandbox’s own time', () => {
  it('moves on, and everything that is written down goes by it', async () => {
    const now = await desk.letPass({ days: 2, hours: 3 });
    expect(Math.abs(now - Date.now() - 51 * hourMs)).toBeLessThan(5_000);
    await desk.happen({ act: 'revoke', group });
    const { codes } = await desk.group(group);
    expect(Math.abs((codes.at(-1)?.since ?? 0) - now)).toBeLessThan(5_000);
    await fetch(`${sandbox.url}/wawp/v2/session/info`);
    expect(Math.abs(((await desk.requests())[0]?.at ?? 0) - now)).toBeLessThan(5_000);
  });

  it('brings what was planned, each at its own time and once', async () => {
    const before = await desk.group(group);
    await desk.later({ hours: 5 }, { act: 'revoke', group });
    await desk.later({ hours: 2 }, { act: 'revoke', group });
    await desk.letPass({ hours: 1 });
    expect((await desk.group(group)).code).toBe(before.code);
    const end = await desk.letPass({ hours: 23 });
    const { codes } = await desk.group(group);
    expect(codes).toHaveLength(before.codes.length + 2);
    const hoursAgo = codes.slice(-2).map(({ since }) => Math.round((end - since) / hourMs));
    expect(hoursAgo).toEqual([22, 19]);
    await desk.letPass({ days: 3 });
    expect((await desk.group(group)).codes).toHaveLength(before.codes.length + 2);
  });

  it('lets members come and go, and never more than there is room for', async () => {
    await desk.happen({ act: 'drift', group, perDay: 24 });
    await desk.letPass({ days: 2, hours: 12 });
    expect((await desk.group(group)).size).toBe(842 + 60);
    await desk.letPass({ days: 60 });
    expect((await desk.group(group)).size).toBe(1024);
    await desk.happen({ act: 'drift', group, perDay: -10 });
    await desk.letPass({ days: 3 });
    expect((await desk.group(group)).size).toBe(994);
    await desk.happen({ act: 'members', group, by: 7 });
    expect((await desk.group(group)).size).toBe(1001);
  });

  it('refuses the joins of a restricted account until that is over', async () => {
    const { world } = sandbox;
    const { code } = await desk.group('Garden Swap Toulouse');
    await desk.happen({ act: 'restrict', account: 'demo', hours: 24 });
    expect(() => world.join('demo', code)).toThrow('account_reachout_restricted');
    expect(world.probe(code).subject).toBe('Garden Swap Toulouse');
    await desk.letPass({ hours: 25 });
    expect(world.join('demo', code).pending).toBe(false);
    await desk.happen({ act: 'restrict', account: 'demo' });
    await desk.happen({ act: 'restrict', account: 'demo', lift: true });
    expect(() => world.join('demo', code)).not.toThrow();
  });

  it('is today’s again after a reset', async () => {
    await desk.later({ hours: 1 }, { act: 'revoke', group });
    await desk.letPass({ days: 9 });
    await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' });
    expect(Math.abs((await desk.letPass({})) - Date.now())).toBeLessThan(5_000);
  });

  it('goes forward only, and knows what it cannot do', async () => {
    await expect(desk.letPass({ days: -1 })).rejects.toThrow('forward');
    await expect(desk.later({ hours: 1 }, { act: 'fly', group })).resolves.toBeUndefined();
    await expect(desk.letPass({ hours: 2 })).rejects.toThrow('No such act');
  });
});
