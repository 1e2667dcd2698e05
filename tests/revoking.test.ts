import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { currentCode } from '../sandbox/group.ts';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import type { InviteCode } from '../utils/invite-link';
import { makes, patient } from './open-gateway';
import { type Asking, account, asking } from './revoking/asking';
import { lyingIn, type Machine, machine } from './revoking/machine';

const sandbox = await startSandbox();
const { desk } = patient(visitor(sandbox));
const { world } = sandbox;
const group = world.find('Black Friday Insiders').id;
const names = Object.keys(makes);
const windowMs = 121_000;

beforeEach(async () => {
  await desk('DELETE', 'faults');
  await desk('DELETE', 'requests');
});
afterAll(() => sandbox.close());

const code = () => currentCode(world.find(group));

/** A request that hangs costs as long as we are patient; a loaded machine may need as long for one that does not. */
async function stage(make: string, patienceMs = 1_500): Promise<{ at: Machine; who: Asking; old: string }> {
  const at = machine({ fetch: (_, work) => (url, init) => work.during(fetch(url, init)), patienceMs });
  return { at, who: asking(at, await account(at, { make, url: sandbox.url }), group), old: code() };
}

async function posts(): Promise<number> {
  return ((await desk('GET', 'requests')) as Seen[]).filter(({ verb }) => verb === 'revoke').length;
}

const order = (make: string, fault: Order) => desk('POST', 'faults', { ...fault, make, verb: 'revoke', times: 1 });

/** The gateway does what it is asked, and this is how it answers. */
const applied: Readonly<Record<string, Order>> = {
  '404': { fault: '404', acts: true },
  '500': { fault: '500', acts: true },
  '502': { fault: '502', acts: true },
  'an empty 200': { fault: 'empty-200' },
  'a 200 without a code': { fault: 'no-code' },
  'the old code': { fault: 'old-code' },
  'a page of HTML': { fault: 'html-200', acts: true },
  'a connection that breaks': { fault: 'drop', acts: true },
  'a body that breaks off': { fault: 'cut-mid-body' },
  'nothing within our time': { fault: 'hang', acts: true },
  'a redirect': { fault: 'redirect', acts: true },
  'everything of a wrong type': { fault: 'wrong-type' },
};

/** The gateway does nothing, and this is how it says yes. */
const idle: Readonly<Record<string, Order>> = {
  'the old code': { fault: 'not-rotated' },
  'an empty 200': { fault: 'empty-200', acts: false },
  'a 200 without a code': { fault: 'no-code', acts: false },
  '"undefined"': { fault: 'undefined', acts: false },
  'everything of a wrong type': { fault: 'wrong-type', acts: false },
  'half of its JSON': { fault: 'truncated-json', acts: false },
  'a page of HTML': { fault: 'html-200' },
  'a redirect to somebody with a code': { fault: 'redirect' },
  'an error in a 200': { fault: 'error-in-200' },
  "nobody's code": { fault: 'false-code' },
  "another group's code": { fault: 'false-code', which: 'other' },
  'a code of long ago': { fault: 'false-code', which: 'earlier' },
};

describe.each(names)('%s', (make) => {
  it.each(Object.keys(applied))(
    'applies it and answers with %s: the new code is known, after one post',
    async (way) => {
      const { at, who, old } = await stage(make);
      await order(make, applied[way] as Order);
      await who.revoke(old);
      const soon = await who.view();
      expect([soon.code, soon.open === undefined]).toEqual(soon.open ? [old, false] : [code(), true]);
      await at.pass(windowMs);
      expect(code()).not.toBe(old);
      expect(await who.view()).toMatchObject({ code: code(), previous: { code: old, byUs: true } });
      expect((await who.view()).open).toBeUndefined();
      expect((await who.history()).map(({ event }) => event)).toEqual(['retired', 'first-seen']);
      expect(await posts()).toBe(1);
    },
  );

  it.each(Object.keys(idle))(
    'does nothing and answers with %s: the old code is the code, and it is said',
    async (way) => {
      const { at, who, old } = await stage(make);
      await order(make, idle[way] as Order);
      expect(await who.revoke(old)).not.toBe('good');
      expect((await who.view()).code).toBe(old);
      await at.pass(windowMs + 11 * 60_000);
      expect(code()).toBe(old);
      const view = await who.view();
      expect([view.code, view.open, view.previous?.byUs ?? false]).toEqual([old, undefined, false]);
      // A code that was told and is not true stands in the record with what refuted it, and is never the last word.
      const [last] = await who.history();
      const refuted = idle[way]?.fault === 'false-code' ? 'changed-elsewhere' : 'not-rotated';
      expect([last?.code, last?.event]).toEqual([old, refuted]);
      expect(await posts()).toBe(1);
    },
  );

  it('keeps the answer, but nothing of what it repeats of the request', async () => {
    const { at, who, old } = await stage(make);
    await order(make, { fault: 'echo-key', acts: true });
    expect(await who.revoke(old)).toBe('good');
    const [answer] = (await lyingIn(at, 'answers')) as { text: string }[];
    expect(answer?.text).toMatch(/^500\n\{.*Internal Server Error/);
    expect(answer?.text).not.toMatch(/"(request|headers|query|path)"/);
    for (const secret of Object.values(makes[make]?.demo.secrets ?? {})) expect(answer?.text).not.toContain(secret);
  });

  it('a code that was printed goes only once the name of its group is typed', async () => {
    const { at, who, old } = await stage(make);
    const { groups, ledger } = at.life();
    await at.end(groups.refresh(who.account));
    const id = await at.end(ledger.note({ ...who, code: old as InviteCode, shape: 'png' }));
    await at.end(ledger.name({ id: id ?? '', label: 'poster Lyon', printed: true }));
    expect(await who.revoke(old)).toBe('type-name');
    expect(await who.revoke(old, { typed: 'Black Friday' })).toBe('type-name');
    expect([await posts(), code()]).toEqual([0, old]);
    expect(await who.revoke(old, { typed: ' Black  Friday Insiders ' })).toBe('good');
    expect(await posts()).toBe(1);
  });
});

it.each(['waha', 'wasend'])('%s on GOWS hands the old link back: it is said with the engine', async (make) => {
  await desk('POST', 'variants', make === 'waha' ? { make, engine: 'GOWS' } : { make, rotates: 'no', session: 'sdk' });
  const { at, who, old } = await stage(make, 20_000);
  await at.end(at.life().groups.refresh(who.account));
  expect(await who.revoke(old)).toBe('not-rotated');
  expect((await who.view()).open?.trouble).toMatchObject({ kind: 'not-rotated', engine: 'GOWS' });
  await desk('DELETE', 'variants');
});
