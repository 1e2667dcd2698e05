import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isAdmin } from '../sandbox/group.ts';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import type { Verb } from '../utils/model/account';
import { type Bench, codeNow, contract, refusals } from './contract';
import { waysOf } from './make-ways';
import { disagreements, gateways, type How, makes, openGateway, patient } from './open-gateway';

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const { world } = sandbox;
const verbs = Object.keys(contract) as Verb[];
const kind = (kind: string) => expect.objectContaining({ kind });

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const open = (make: string, how: Partial<How> = {}) => openGateway(make, { url: sandbox.url, ...how });
const benchOf = (make: string, how?: Partial<How>): Bench => ({
  ...{ open: () => open(make, how), truth: world, ways: waysOf(make) },
});

describe.each(gateways.map(({ id }) => id))('%s', (make) => {
  it('is played by the sandbox', () => {
    expect(makes).toHaveProperty(make);
  });

  it.each(verbs)('%s', (verb) => contract[verb](benchOf(make)));

  it('lists ten thousand groups, and says of which it is an admin', async () => {
    const groups = await open(make, { holder: 'big' }).groups();
    expect(new Set(groups.map(({ id }) => id)).size).toBe(10_000);
    const admins = world.groupsOf('big').filter(({ roles }) => isAdmin(roles.big));
    expect([0, admins.length]).toContain(groups.filter(({ admin }) => admin).length);
  }, 60_000);

  it('says why not', async () => {
    const bench = benchOf(make);
    await refusals(bench);
    await choose('world', { rejoin: 'conflict', removed: 'forbidden' });
    const { hides = {} } = bench.ways;
    const gateway = bench.open();
    await expect(gateway.join(codeNow(world, 'VIP Launch List'))).rejects.toEqual(
      kind(hides['join where one is'] ?? 'already-in'),
    );
    await expect(gateway.join(codeNow(world, 'Chess at Noon'))).rejects.toEqual(
      kind(hides['join after a removal'] ?? 'removed'),
    );
  });

  it('tells a wrong key from a wrong session', async () => {
    const { wrongKey = 'key-refused', wrongSession = 'no-session' } = waysOf(make);
    const wrong = Object.fromEntries(
      Object.keys(makes[make]?.demo.secrets ?? {}).map((name) => [name, 'wrong-secret']),
    );
    await expect(open(make, { secrets: wrong }).session()).rejects.toEqual(kind(wrongKey));
    await expect(open(make, { secrets: wrong }).groups()).rejects.toEqual(kind(wrongKey));
    const nobody = { instance: 'NOBODY000000', session: 'nobody', device: 'nobody' };
    await expect(open(make, { fields: nobody }).session()).rejects.toEqual(kind(wrongSession));
    await expect(open(make, { fields: nobody }).groups()).rejects.toEqual(kind(wrongSession));
  });

  it('joins once, and remembers what a gateway understood', async () => {
    const habits = new Map<string, string>();
    await open(make, { habits }).probe(codeNow(world, 'Garden Swap Toulouse'));
    await open(make, { habits }).join(codeNow(world, 'Garden Swap Toulouse'));
    expect(await desk('GET', 'requests')).toHaveLength(2);
  });
});

describe('Wawp with the key in headers', () => {
  const how = { fields: { instance: 'K3PWAWPDEMO1', headers: 'on' } };

  it.each(verbs)('%s', async (verb) => {
    await contract[verb](benchOf('wawp', how));
    const places = ((await desk('GET', 'requests')) as Seen[]).map(({ credentials }) => credentials);
    expect(new Set(places.flat())).toEqual(new Set(['header']));
  });

  it('says that the key was refused where headers are not understood', async () => {
    await choose('wawp', { headerAuth: 'off' });
    await expect(open('wawp', how).session()).rejects.toEqual(kind('key-refused'));
  });
});

/** Where sources disagree, the sandbox can speak either way; the answers must be the same. */
describe.each(disagreements)('$make with $choice: $value', ({ make, choice, value }) => {
  beforeEach(() => choose(make, { [choice]: value }));

  it.each(verbs)('%s', (verb) => contract[verb](benchOf(make)));
});
