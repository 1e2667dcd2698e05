import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentCode } from '../sandbox/group.ts';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { bareCode } from '../utils/invite-link';
import { type How, openGateway, patient } from './open-gateway';

vi.setConfig({ testTimeout: 60_000 });

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const own = sandbox.world.find('Coaching Circle Berlin');

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const open = (habits: Map<string, string>, how: Partial<How> = {}) =>
  openGateway('wawp', { url: sandbox.url, habits, ...how });

/** Where the key was, request by request, since the last time. What changes something was sent but once. */
async function places(): Promise<string[]> {
  const seen = (await desk('GET', 'requests')) as Seen[];
  await desk('DELETE', 'requests');
  for (const once of ['revoke', 'join']) expect(seen.filter(({ verb }) => verb === once).length).toBeLessThan(2);
  return seen.map(({ method, credentials }) => `${method} ${credentials}`);
}

/** One of each: what is read, and what changes something. */
async function aDay(habits: Map<string, string>): Promise<string[]> {
  await desk('DELETE', 'requests');
  const gateway = open(habits);
  const code = bareCode(currentCode(sandbox.world.find('Garden Swap Toulouse')) ?? '');
  if (!code) throw new Error('No code');
  await gateway.groups();
  await gateway.group(own.id);
  await gateway.members(own.id);
  await gateway.invite(own.id);
  await gateway.probe(code);
  await gateway.revoke(own.id);
  await gateway.join(code);
  return places();
}

describe("Wawp's key", () => {
  it('goes where the documents say until the connection was tested', async () => {
    const seen = await aDay(new Map());
    expect(new Set(seen)).toEqual(new Set(['GET query', 'POST body']));
  });

  it('is never in an address again where the gateway was seen to read headers', async () => {
    const habits = new Map<string, string>();
    await open(habits).tune?.();
    expect(await places()).toEqual(['GET header', 'GET header']);
    expect(new Set(await aDay(habits))).toEqual(new Set(['GET header', 'POST body']));
    expect(habits.get('key')).toBe('header');
  });

  it.each(['off', 'session'])('stays where the documents say where headers are not read: %s', async (headerAuth) => {
    await choose('wawp', { headerAuth });
    const habits = new Map<string, string>();
    await open(habits).tune?.();
    expect(new Set(await places())).toEqual(new Set(['GET header']));
    expect(habits.get('key')).toBe('query');
    expect(new Set(await aDay(habits))).toEqual(new Set(['GET query', 'POST body']));
  });

  it.each(['off', 'session'])('goes back there when they are read no more: %s', async (headerAuth) => {
    const habits = new Map<string, string>();
    await open(habits).tune?.();
    await choose('wawp', { headerAuth });
    const seen = await aDay(habits);
    expect(seen[0]).toBe('GET header');
    expect(seen.filter((place) => place === 'GET header')).toHaveLength(1);
    expect(habits.get('key')).toBe('query');
  });

  it('is not learned about from a gateway that is down, or whose session is', async () => {
    for (const fault of ['session-down', '500', 'html-200', 'hang', '429'] as const) {
      await desk('POST', 'faults', { fault, make: 'wawp' });
      const habits = new Map([['key', 'header']]);
      await open(habits, { limits: { readMs: fault === 'hang' ? 200 : 20_000, pauseMs: 1, longestPauseMs: 1 } })
        .tune?.()
        .catch(() => undefined);
      expect([fault, habits.get('key')]).toEqual([fault, 'header']);
      await desk('DELETE', 'faults');
    }
  });

  it('is learned about also where the list is larger than we read', async () => {
    await choose('wawp', { listQuery: 'ignored' });
    const habits = new Map<string, string>();
    await open(habits, { holder: 'big' }).tune?.();
    expect(habits.get('key')).toBe('header');
  });

  it("is always in headers by the user's switch, and nothing is tried out", async () => {
    const habits = new Map<string, string>();
    const gateway = open(habits, { fields: { instance: 'K3PWAWPDEMO1', headers: 'on' } });
    await gateway.tune?.();
    expect(await places()).toEqual([]);
    await gateway.invite(own.id);
    await gateway.revoke(own.id);
    expect(await places()).toEqual(['GET header', 'POST header']);
  });
});
