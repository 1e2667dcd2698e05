import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { sightOf } from '../utils/background/sight-of';
import { asTrouble } from '../utils/trouble';
import { codeNow } from './contract';
import { type How, openGateway, patient } from './open-gateway';

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const { world } = sandbox;
const vip = world.find('VIP Launch List').id;
const garden = codeNow(world, 'Garden Swap Toulouse');

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const open = (how: Partial<How> = {}) => openGateway('evolution', { url: sandbox.url, ...how });
const trouble = (kind: string, more: object = {}) =>
  expect.objectContaining({ facts: expect.objectContaining({ kind, ...more }) });
const paths = async () => ((await desk('GET', 'requests')) as Seen[]).map(({ method, path }) => `${method} ${path}`);

describe('an instance that is not connected', () => {
  it.each([
    ['STARTING', 'connecting'],
    ['STOPPED', 'close'],
    ['FAILED', 'refused'],
  ] as const)('%s: reads say so, in its word: %s', async (status, state) => {
    world.setStatus('demo', status);
    expect(await open().session()).toMatchObject({ working: false, state });
    const down = trouble('session-down', { state });
    await expect(open().probe(garden)).rejects.toEqual(down);
    await expect(open().invite(vip)).rejects.toEqual(down);
    await expect(open().group(vip)).rejects.toEqual(down);
    await expect(open().groups()).rejects.toEqual(down);
    // What changes something is sent alone.
    await expect(open().revoke(vip)).rejects.toEqual(trouble('session-down', { state: 'Connection Closed' }));
  });

  it('is not a broken server because it is not loaded', async () => {
    await choose('evolution', { instance: 'unloaded' });
    expect(await open().session()).toMatchObject({ working: false, state: 'not loaded' });
    const down = trouble('session-down', { state: 'not loaded' });
    await expect(open().groups()).rejects.toEqual(down);
    await expect(open().probe(garden)).rejects.toEqual(down);
  });

  it('is not looked for where the instance works, or the server itself is away', async () => {
    await expect(open().probe(codeNow(world, 'Chess at Noon'))).resolves.toMatchObject({ name: 'Chess at Noon' });
    await desk('POST', 'faults', { fault: '503', make: 'evolution', verb: 'probe' });
    const limits = { pauseMs: 5, longestPauseMs: 5 };
    await expect(open({ limits }).probe(garden)).rejects.toEqual(trouble('gateway-failed'));
    expect((await paths()).filter((path) => path.includes('connectionState'))).toEqual([]);
  });
});

describe('a probe that failed', () => {
  it('says nothing of the link, whatever the cause was', async () => {
    const { codes } = world.find('Garden Swap Toulouse');
    const [past] = codes;
    for (const code of [past?.code, 'AbCdEfGhIjKlMnOpQrStUv']) {
      const gateway = await open()
        .probe(code as typeof garden)
        .catch(asTrouble);
      const unknown = { verdict: 'unknown', trouble: { kind: 'link-unknown', said: 'No invite info' } };
      expect(sightOf(garden, { gateway }, 1)).toMatchObject(unknown);
    }
  });
});

describe('who I am', () => {
  it('is read from the list of instances, and no key comes along', async () => {
    const secrets = { key: 'evolution-global-key' };
    const gateway = open({ secrets });
    const given = JSON.stringify([await gateway.session(), await gateway.groups(), await gateway.group(vip)]);
    expect(given).toContain('33612345678@c.us');
    expect(given).not.toContain('evolution-demo-key');
    expect(await paths()).toContain('GET /instance/fetchInstances?instanceName=demo');
  });

  it('may be a secret: the groups are there all the same', async () => {
    await desk('POST', 'faults', { fault: '401', make: 'evolution', verb: 'account' });
    expect(await open().session()).toMatchObject({ working: true, me: [] });
    const groups = await open().groups();
    expect(groups).toHaveLength(world.groupsOf('demo').length);
    expect(groups.every(({ admin }) => admin === undefined)).toBe(true);
  });

  it('goes with a list that is too large for members', async () => {
    const groups = await open({ limits: { bytes: 1_000 } }).groups();
    expect(groups).toHaveLength(world.groupsOf('demo').length);
    expect(await paths()).toEqual([
      'GET /group/fetchAllGroups/demo?getParticipants=true',
      'GET /group/fetchAllGroups/demo?getParticipants=false',
    ]);
  });
});

describe('where WhatsApp stays silent', () => {
  it.each(['silent', 'silent-acts'])('nothing that sounds like success is taken for it (%s)', async (whatsapp) => {
    await choose('evolution', { whatsapp });
    const gateway = open();
    const before = codeNow(world, 'VIP Launch List');
    await expect(gateway.invite(vip)).rejects.toEqual(trouble('no-code'));
    expect(await gateway.revoke(vip)).toBeUndefined();
    expect(codeNow(world, 'VIP Launch List') === before).toBe(whatsapp === 'silent');
    expect(await gateway.join(garden)).toEqual({ outcome: 'unknown' });
    expect(await gateway.groups()).toEqual([]);
    // Not "no such group", although it is a 404.
    await expect(gateway.group(vip)).rejects.toEqual(trouble('gateway-failed', { status: 404 }));
    await expect(gateway.members(vip)).rejects.toEqual(trouble('gateway-failed', { status: 404 }));
    await expect(gateway.probe(garden)).rejects.toEqual(trouble('link-unknown'));
  });
});

describe('a server with a list of origins', () => {
  it('is told from one that broke', async () => {
    await choose('evolution', { origins: 'listed' });
    const refused = trouble('origin-refused', { status: 500, said: 'Not allowed by CORS' });
    await expect(open().session()).rejects.toEqual(refused);
    await expect(open().revoke(vip)).rejects.toEqual(refused);
    await expect(open({ secrets: { key: 'wrong' } }).groups()).rejects.toEqual(refused);
  });
});

describe('a cause that means nothing here', () => {
  it('is refused, in the server’s words', async () => {
    await desk('POST', 'faults', { fault: 'refusal', word: 'conflict', make: 'evolution' });
    await expect(open().invite(vip)).rejects.toEqual(trouble('refused', { said: 'No invite code: Error: conflict' }));
    await expect(open().revoke(vip)).rejects.toEqual(trouble('refused', { said: 'Revoke error: Error: conflict' }));
  });
});
