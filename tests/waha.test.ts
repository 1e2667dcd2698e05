import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { bareCode } from '../utils/invite-link';
import { type Http, openHttp, type Reply } from '../utils/providers/http';
import { waha } from '../utils/providers/waha';
import { Trouble } from '../utils/trouble';
import { type How, openGateway, patient } from './open-gateway';

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const { world } = sandbox;
const own = world.find('Coaching Circle Berlin').id;

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const open = (how: Partial<How> = {}) => openGateway('waha', { url: sandbox.url, ...how });
const reading = { secrets: { key: 'waha-read-key' } };

async function troubleOf(asked: Promise<unknown>): Promise<Trouble> {
  const caught = await asked.catch((error: unknown) => error);
  if (!(caught instanceof Trouble)) throw new Error(`No trouble: ${JSON.stringify(caught)}`);
  return caught;
}

describe("a key's rights", () => {
  it('are found out without changing anything', async () => {
    const pending = world.all().filter((group) => group.pending.length > 0 || group.roles.demo).length;
    expect(await open().mayChange?.()).toBe(true);
    expect(await open(reading).mayChange?.()).toBe(false);
    expect(world.all().filter((group) => group.pending.length > 0 || group.roles.demo)).toHaveLength(pending);
    const log = (await desk('GET', 'requests')) as { body: unknown }[];
    expect(log.map(({ body }) => body)).toEqual([{}, {}]);
  });

  it.each(['401', '404', '429', '502', 'html-200', 'empty-200'])('are not told by %s', async (fault) => {
    await desk('POST', 'faults', { fault, make: 'waha' });
    expect(await open({ limits: { pauseMs: 1 } }).mayChange?.()).toBeUndefined();
  });

  it('let a reading one read, and nothing more', async () => {
    const gateway = open(reading);
    expect(await gateway.invite(own)).toBe(world.find(own).codes.at(-1)?.code);
    const code = bareCode(world.find('Garden Swap Toulouse').codes.at(-1)?.code ?? '');
    if (!code) throw new Error('No code');
    expect((await gateway.probe(code)).name).toBe('Garden Swap Toulouse');
    for (const act of [
      () => gateway.revoke(own),
      () => gateway.join(code),
      () => gateway.leave(own),
      () => gateway.send(own, 'hi'),
    ]) {
      expect((await troubleOf(act())).facts).toMatchObject({ kind: 'key-limited', status: 403, make: 'WAHA' });
    }
  });

  it('are not needed where WAHA wants no key', async () => {
    const seen: unknown[] = [];
    const reply: Reply = { status: 200, text: '{}', json: { status: 'WORKING' }, html: false, host: 'h' };
    const http: Http = { get: async () => reply, post: async () => reply, delete: async () => reply };
    const gateway = waha.connect({
      ...{ fields: { session: '  ' }, secrets: {}, habits: { get: () => undefined, set: () => undefined } },
      kept: { read: async () => undefined, change: async () => undefined },
      http: (headers) => {
        seen.push(headers);
        return {
          ...http,
          get: async (path) => {
            seen.push(path);
            return reply;
          },
        };
      },
    });
    await gateway.session();
    expect(seen).toEqual([{}, '/api/sessions/default']);
  });
});

describe('the engine', () => {
  it.each(['NOWEB', 'GOWS', 'WEBJS', 'WPP', 'ZAPO'])(
    '%s is learned from the session, and named with a trouble',
    async (engine) => {
      await choose('waha', { engine });
      const habits = new Map<string, string>();
      await open({ habits }).session();
      expect(habits.get('engine')).toBe(engine);
      await desk('POST', 'faults', { fault: '429', retryAfter: null });
      expect((await troubleOf(open({ habits }).invite(own))).facts).toMatchObject({ kind: 'slow-down', engine });
    },
  );

  it('is learned from a 500 as well', async () => {
    await choose('waha', { engine: 'GOWS' });
    await desk('POST', 'faults', { fault: 'refusal', word: 'not-authorized' });
    const habits = new Map<string, string>();
    expect((await troubleOf(open({ habits }).revoke(own))).facts).toEqual({
      kind: 'not-admin',
      status: 500,
      host: new URL(sandbox.url).host,
      make: 'WAHA',
      engine: 'GOWS',
      said: "2 UNKNOWN: you don't have the permission to get the group's invite link",
    });
    expect(habits.get('engine')).toBe('GOWS');
  });

  it.each(['WEBJS', 'WPP'])('%s drives a browser and knows no reason', async (engine) => {
    await choose('waha', { engine });
    await desk('POST', 'faults', { fault: 'refusal', word: 'not-authorized' });
    expect((await troubleOf(open().revoke(own))).kind).toBe('gateway-failed');
    expect((await troubleOf(open().invite(own))).kind).toBe(engine === 'WEBJS' ? 'no-code' : 'gateway-failed');
  });
});

describe('what WAHA says in its own ways', () => {
  it('names the state of a session that is down', async () => {
    for (const state of ['SCAN_QR_CODE', 'STOPPED', 'FAILED', 'STARTING', 'PASSKEY_CONFIRMATION_REQUIRED'] as const) {
      world.setStatus('demo', state);
      expect((await troubleOf(open().groups())).facts).toMatchObject({ kind: 'session-down', state, make: 'WAHA' });
      expect(await open().session()).toMatchObject({ working: false, state });
    }
  });

  it('has three ways of not knowing a group, and two of not knowing a session', async () => {
    const unknown = '120363999999999999@g.us';
    const nobody = { fields: { session: 'nobody' } };
    for (const build of ['newer', 'older']) {
      await choose('waha', { build });
      expect((await troubleOf(open().group(unknown))).kind).toBe('no-such-group');
      expect((await troubleOf(open(nobody).invite(own))).kind).toBe('no-session');
    }
    await choose('waha', { engine: 'GOWS' });
    expect((await troubleOf(open().group(unknown))).kind).toBe('no-such-group');
  });

  it('gives members the old way where a build has no other, and it is remembered', async () => {
    await choose('waha', { build: 'older' });
    const habits = new Map<string, string>();
    expect(await open({ habits }).members(own)).toHaveLength(58);
    await desk('DELETE', 'requests');
    await open({ habits }).members(own);
    expect(await desk('GET', 'requests')).toHaveLength(1);
  });

  it('may have rotated before it fails: trouble, and never twice', async () => {
    const before = world.find(own).codes.length;
    await desk('POST', 'faults', { fault: 'refusal', word: 'rate-overlimit', verb: 'revoke', acts: true });
    expect((await troubleOf(open().revoke(own))).kind).toBe('slow-down');
    expect(world.find(own).codes).toHaveLength(before + 1);
  });

  it('may give up on a WhatsApp that is silent', async () => {
    await desk('POST', 'faults', { fault: '500' });
    expect((await troubleOf(open().invite(own))).facts).toMatchObject({ kind: 'gateway-failed', said: 'Timed Out' });
  });

  it('names no code after a revocation on ZAPO: a read tells', async () => {
    await choose('waha', { engine: 'ZAPO' });
    expect(await open().revoke(own)).toBeUndefined();
    expect(await open().invite(own)).toBe(world.find(own).codes.at(-1)?.code);
  });

  it('repeats the request beside its error: nobody hears of it', async () => {
    await desk('POST', 'faults', { fault: 'refusal', word: 'gone' });
    const texts: string[] = [];
    const gateway = waha.connect({
      ...{ fields: { session: 'demo' }, secrets: { key: 'waha-demo-key' } },
      habits: { get: () => undefined, set: () => undefined },
      kept: { read: async () => undefined, change: async () => undefined },
      http: (headers) =>
        openHttp({ server: `${sandbox.url}/waha`, secrets: [], heard: ({ text }) => texts.push(text) }, headers),
    });
    await troubleOf(gateway.send(own, 'Nobody is to read this twice'));
    await troubleOf(gateway.revoke(own));
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain('"message":"gone"');
    expect(texts.join()).not.toMatch(/Nobody is to read|request|stack|\/app\/dist|invite-code/);
  });
});
