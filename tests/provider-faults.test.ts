import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../sandbox/requests.ts';
import { startSandbox } from '../sandbox/serve.ts';
import { visitor } from '../sandbox/visitor.ts';
import { wasendChoices } from '../sandbox/wasend.ts';
import { wawpChoices } from '../sandbox/wawp.ts';
import { bareCode, type InviteCode } from '../utils/invite-link';
import type { Verb } from '../utils/model/account';
import type { Gateway } from '../utils/providers/provider';
import { Trouble, type TroubleKind } from '../utils/trouble';
import { waysOf } from './make-ways';
import { deskVerbs, gateways, type How, makes, openGateway, patient } from './open-gateway';

const sandbox = await startSandbox();
const { choose, desk } = patient(visitor(sandbox));
const { world } = sandbox;
const names = gateways.map(({ id }) => id);
const limits = { pauseMs: 5, longestPauseMs: 20, bytes: 4e6, uncutBytes: 4e6 };
const hasty = { ...limits, readMs: 80, writeMs: 80, listMs: 80 };
const own = world.find('Coaching Circle Berlin').id;
const stranger = 'Garden Swap Toulouse';

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

function code(): InviteCode {
  const found = bareCode(world.find(stranger).codes.at(-1)?.code ?? '');
  if (!found) throw new Error('The stranger has no code');
  return found;
}

const asked: Readonly<Record<Verb, (gateway: Gateway) => Promise<unknown>>> = {
  session: (gateway) => gateway.session(),
  groups: (gateway) => gateway.groups(),
  group: (gateway) => gateway.group(own),
  members: (gateway) => gateway.members(own),
  picture: (gateway) => gateway.picture(own),
  invite: (gateway) => gateway.invite(own),
  revoke: (gateway) => gateway.revoke(own),
  probe: (gateway) => gateway.probe(code()),
  join: (gateway) => gateway.join(code()),
  leave: (gateway) => gateway.leave(own),
  send: (gateway) => gateway.send(own, 'hi'),
};
const verbs = Object.keys(asked) as Verb[];

/** How a verb ended: `good`, or the kind of trouble. What was kept of it must not give the key away. */
async function outcome(make: string, verb: Verb, within: How['limits'] = limits): Promise<TroubleKind | 'good'> {
  try {
    await asked[verb](openGateway(make, { url: sandbox.url, limits: within }));
    return 'good';
  } catch (caught) {
    if (!(caught instanceof Trouble)) throw caught;
    const keys = makes[make]?.demo ?? { fields: {}, secrets: {} };
    for (const secret of Object.values(keys.secrets)) expect(JSON.stringify(caught.facts)).not.toContain(secret);
    expect(`${caught.stack}${JSON.stringify(caught.facts)}`).not.toMatch(/instance_id=|access_token=|\/v2\/|Bearer/);
    return caught.kind;
  }
}

async function sent(verb: Verb): Promise<number> {
  const log = (await desk('GET', 'requests')) as Seen[];
  return log.filter((seen) => seen.verb === deskVerbs[verb]).length;
}

type Outcome = TroubleKind | 'good';
interface Expected {
  readonly most: Outcome;
  readonly but?: Readonly<Partial<Record<Verb, Outcome | readonly Outcome[]>>>;
  readonly order?: Readonly<Record<string, unknown>>;
  readonly hasty?: boolean;
}

/** Where nothing of the answer matters, half of it will do; who reads `undefined` or `unknown` looks again. */
const unreadable = { revoke: 'good', join: 'good', leave: 'good', send: 'good', picture: 'good' } as const;
const gone = { session: 'no-session', groups: 'not-a-gateway', probe: 'link-unknown', join: 'link-unknown' } as const;

/** Every fault that can be ordered, and what each verb must make of it. */
const faults: Readonly<Record<string, Expected>> = {
  slow: { most: 'timed-out', order: { ms: 1_500 }, hasty: true },
  hang: { most: 'timed-out', hasty: true },
  drop: { most: 'unreachable' },
  'cut-mid-body': { most: 'cut-off', but: { leave: ['good', 'cut-off'] } },
  'truncated-json': { most: 'cut-off', but: unreadable },
  'html-200': { most: 'not-a-gateway' },
  'empty-200': { most: 'cut-off', but: { ...unreadable, invite: 'no-code' } },
  '401': { most: 'key-refused' },
  '403': { most: 'key-limited', but: { invite: 'not-admin', revoke: 'not-admin' } },
  '404': { most: 'no-such-group', but: gone },
  '429': { most: 'slow-down' },
  '500': { most: 'gateway-failed' },
  '502': { most: 'gateway-failed' },
  '503': { most: 'gateway-failed' },
  undefined: { most: 'good', but: { invite: 'no-code' } },
  'not-rotated': { most: 'good' },
  'rotated-answer-lost': { most: 'unreachable' },
  'rotated-then-500': { most: 'gateway-failed' },
  'rotate-late': { most: 'unreachable', order: { ms: 1 } },
  redirect: { most: 'redirected' },
  'echo-key': { most: 'gateway-failed' },
  oversize: { most: 'too-big', order: { bytes: 5e6 } },
  'session-down': { most: 'session-down', but: { session: 'good' } },
  'error-in-200': { most: 'gateway-failed' },
};

describe.each(names)('%s', (make) => {
  describe.each(Object.keys(faults))('%s', (fault) => {
    it.each(verbs)('%s', async (verb) => {
      const { most, but = {}, order, hasty: isHasty } = faults[fault] ?? { most: 'good' };
      const asks = waysOf(make).asks?.[verb] ?? deskVerbs[verb];
      await desk('POST', 'faults', { fault, make, verb: asks, ...order });
      const found = await outcome(make, verb, isHasty ? hasty : limits);
      // Wawp has one answer for an unknown session and for one that is down.
      const usual = make === 'wawp' && (but[verb] ?? most) === 'session-down' ? 'no-session' : (but[verb] ?? most);
      const expected = waysOf(make).faults?.[fault]?.[verb] ?? usual;
      expect([expected].flat()).toContain(found);
      if (['revoke', 'join', 'leave', 'send'].includes(verb)) expect(await sent(verb)).toBe(1);
    });
  });

  it.each(['502', '503', '429'])('a read survives one %s', async (fault) => {
    await desk('POST', 'faults', { fault, make, verb: 'code', times: 1, retryAfter: 1 });
    const gateway = openGateway(make, { url: sandbox.url, limits: { ...limits, longestPauseMs: 1_000 } });
    expect(await gateway.invite(own)).toBe(world.find(own).codes.at(-1)?.code);
    expect(await sent('invite')).toBe(2);
  });

  it('rotated, but the answer was lost: trouble, and the code has changed', async () => {
    for (const fault of ['rotated-answer-lost', 'rotated-then-500', 'cut-mid-body']) {
      const before = world.find(own).codes.length;
      await desk('POST', 'faults', { fault, make, verb: 'revoke', times: 1 });
      expect(await outcome(make, 'revoke')).not.toBe('good');
      expect(world.find(own).codes).toHaveLength(before + 1);
    }
  });
});

/** What WhatsApp refuses, in each way a make may pass it on. Engines that pass nothing on leave "it failed". */
const refused: Readonly<Record<string, Readonly<Partial<Record<Verb, TroubleKind>>>>> = {
  'not-authorized': { invite: 'not-admin', revoke: 'not-admin', join: 'removed' },
  forbidden: { invite: 'not-member', group: 'not-member', revoke: 'not-member', join: 'removed' },
  'item-not-found': { invite: 'no-such-group', group: 'no-such-group', revoke: 'no-such-group' },
  gone: { probe: 'link-retired', join: 'link-retired' },
  'not-acceptable': { probe: 'link-invalid', join: 'link-invalid' },
  'bad-request': { probe: 'link-invalid', join: 'link-invalid' },
  conflict: { join: 'already-in' },
  'resource-limit': { join: 'full' },
  locked: { join: 'locked' },
  'not-allowed': { join: 'removed' },
  'rate-overlimit': { invite: 'slow-down', revoke: 'slow-down', groups: 'slow-down', join: 'too-many-joins' },
};

const manners: readonly Readonly<Record<string, string>>[] = [
  ...wawpChoices.engine.flatMap((engine) =>
    ['upstream', 'clean', 'waha'].map((refusals) => ({ make: 'wawp', engine, refusals })),
  ),
  ...['nested', 'in-200'].flatMap((errors) =>
    ['upstream', 'clean'].map((refusals) => ({ make: 'wawp', errors, refusals })),
  ),
  ...wasendChoices.errors.flatMap((errors) =>
    wasendChoices.refusals.map((refusals) => ({ make: 'wasend', errors, refusals })),
  ),
  ...['NOWEB', 'GOWS', 'ZAPO'].map((engine) => ({ make: 'waha', engine })),
  { make: 'evolution' },
  { make: 'wppconnect' },
  { make: 'gowa' },
];

describe.each(manners)('WhatsApp refuses through %o', ({ make = '', ...manner }) => {
  it.each(Object.keys(refused))('%s', async (word) => {
    await choose(make, manner);
    for (const [verb, expected] of Object.entries(refused[word] ?? {}) as [Verb, TroubleKind][]) {
      await desk('DELETE', 'requests');
      await desk('POST', 'faults', { fault: 'refusal', word, make, verb: deskVerbs[verb] });
      const hidden = verb === 'probe' ? waysOf(make).hides?.['probe a retired code'] : undefined;
      expect(`${verb} ${await outcome(make, verb)}`).toBe(`${verb} ${hidden ?? expected}`);
      if (verb === 'revoke' || verb === 'join') expect(await sent(verb)).toBe(1);
    }
  });
});

describe('Wawp where the engine keeps the reason to itself', () => {
  it('an empty 200 is no code, and no verdict on a revocation, a join or a link', async () => {
    await choose('wawp', { refusals: 'empty-200' });
    await desk('POST', 'faults', { fault: 'refusal', word: 'not-authorized', make: 'wawp' });
    expect(await outcome('wawp', 'invite')).toBe('no-code');
    const gateway = openGateway('wawp', { url: sandbox.url });
    expect(await gateway.revoke(own)).toBeUndefined();
    expect(await gateway.join(code())).toEqual({ outcome: 'unknown' });
    expect(await outcome('wawp', 'probe')).toBe('cut-off');
  });

  it('a bare "no" is refused, and no more', async () => {
    await choose('wawp', { errors: 'result-false' });
    await desk('POST', 'faults', { fault: 'refusal', word: 'not-authorized', make: 'wawp' });
    for (const verb of ['invite', 'revoke', 'join', 'probe'] as const) {
      expect(await outcome('wawp', verb)).toBe('refused');
    }
  });

  it('a minified name is only "it failed"', async () => {
    await choose('wawp', { words: 'opaque' });
    await desk('POST', 'faults', { fault: 'refusal', word: 'gone', make: 'wawp' });
    expect(await outcome('wawp', 'probe')).toBe('gateway-failed');
  });
});
