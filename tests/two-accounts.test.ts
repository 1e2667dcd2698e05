import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { currentCode } from '../sandbox/group.ts';
import { openHall } from '../sandbox/hall.ts';
import type { InviteCode } from '../utils/invite-link';
import { type Asking, account, asking } from './revoking/asking';
import { type Machine, machine } from './revoking/machine';
import { wireTo } from './revoking/wire';

const url = 'http://127.0.0.1:8787';
const hall = openHall(undefined, undefined);
const name = 'Coaching Circle Berlin';
const { id } = hall.world.find(name);

beforeEach(() => {
  hall.faults.clear();
  hall.world.reset();
  hall.log.splice(0);
});

interface Both {
  readonly at: Machine;
  /** The account that was added first, and looks after the group. */
  readonly first: Asking;
  readonly second: Asking;
  readonly old: string;
}

/** One group, and two accounts that have listed it. */
async function both(): Promise<Both> {
  const at = machine({ fetch: (clock) => wireTo(hall, clock) });
  const ids = [await account(at, { make: 'wawp', url }), await account(at, { make: 'wasend', url })];
  for (const one of ids) await at.end(at.life().groups.refresh(one));
  const [first, second] = ids.map((one) => asking(at, one, id)) as [Asking, Asking];
  return { at, first, second, old: code() };
}

const code = () => currentCode(hall.world.known(id));
const asked = (verb: string) => hall.log.filter((seen) => seen.verb === verb).map(({ make }) => make);
const order = (make: string, fault: Order) => hall.faults.order({ ...fault, make });
const events = async ({ history }: Asking) => (await history()).map(({ event }) => event);

describe('a group that two accounts are in', () => {
  it('is changed by the account that looks after it, and by the other only where somebody says so', async () => {
    const { first, second, old } = await both();
    await first.read();
    expect(await second.revoke(old)).toBe('not-primary');
    expect([asked('code'), asked('revoke')]).toEqual([['wawp'], []]);
    expect(await second.revoke(old, { beside: true })).toBe('good');
    const fresh = code();
    expect(await first.revoke(fresh, { reason: 'posted in a forum' })).toBe('good');
    expect(asked('revoke')).toEqual(['wasend', 'wawp']);
    expect(await events(first)).toEqual(['retired', 'retired', 'first-seen']);
  });

  it('is looked after by whom somebody has named, as long as that account is in it', async () => {
    const { at, first, second, old } = await both();
    const prefer = ({ account, group }: Asking) => at.end(at.life().groups.prefer({ account, group }));
    await prefer(second);
    await second.read();
    expect(await first.revoke(old)).toBe('not-primary');
    expect((await at.end(at.life().overview()))?.primaries).toEqual({ [id]: second.account });
    expect(await second.revoke(old)).toBe('good');
    await at.end(at.life().accounts.remove(second.account));
    expect(await first.revoke(code(), { reason: 'again' })).toBe('good');
  });

  it('is used once, whichever account it was used through, and shown through the one that looks after it', async () => {
    const { at, first, second, old } = await both();
    await second.read();
    expect(await second.revoke(old, { beside: true })).toBe('good');
    const { used, last } = (await at.end(at.life().overview())) ?? {};
    expect(used).toMatchObject([{ account: first.account, group: id }]);
    expect(last).toMatchObject({ group: { name } });
    expect(last?.invite).toMatchObject({ account: first.account, code: code(), through: second.account });
    await at.end(at.life().accounts.remove(second.account));
    expect((await at.end(at.life().overview()))?.used).toMatchObject([{ account: first.account, group: id }]);
    await at.end(at.life().accounts.remove(first.account));
    expect((await at.end(at.life().overview()))?.used).toEqual([]);
  });

  it.each(['500', 'drop', 'session-down', 'html-200', '401'] as const)(
    'is read through the other where the first is down (%s), and it is said',
    async (fault) => {
      const { at, first, second, old } = await both();
      order('wawp', { fault });
      const view = await first.read();
      expect(view).toMatchObject({ code: old, through: second.account });
      expect(view?.failed?.kind).toBeDefined();
      expect(asked('code').at(-1)).toBe('wasend');
      expect((await first.view()).failed).toBeUndefined();
      hall.faults.clear();
      await at.pass(1_000);
      const again = await first.read();
      expect([again?.code, again?.through, again?.failed]).toEqual([old, undefined, undefined]);
      expect(await events(first)).toEqual(['first-seen']);
    },
  );

  it('is not read through the other where WhatsApp itself has said no', async () => {
    const { at, first } = await both();
    order('wawp', { fault: 'refusal', word: 'not-authorized', verb: 'code' });
    await expect(at.end(at.life().invites.read(first))).rejects.toMatchObject({ message: 'not-admin' });
    expect(asked('code')).toEqual(['wawp']);
  });

  it('gives the first one’s trouble where neither can tell', async () => {
    const { at, first } = await both();
    order('wawp', { fault: '401', verb: 'code' });
    order('wasend', { fault: '500', verb: 'code' });
    await expect(at.end(at.life().invites.read(first))).rejects.toMatchObject({ message: 'key-refused' });
  });

  it('has one line for a code that both ask for at once', async () => {
    const { first, second } = await both();
    await Promise.all([first.read(), second.read()]);
    hall.world.retire(id);
    await Promise.all([second.read(), first.read(), second.read()]);
    expect(await events(first)).toEqual(['changed-elsewhere', 'first-seen']);
  });

  it('has no line more where the other hears of a revocation late, and shows the new code meanwhile', async () => {
    const { at, first, second, old } = await both();
    await second.read();
    expect(await first.revoke(old)).toBe('good');
    order('wasend', { fault: 'false-code', which: 'earlier', verb: 'code' });
    await at.pass(60_000);
    expect((await second.read())?.code).toBe(code());
    hall.faults.clear();
    expect(await second.read()).toMatchObject({ code: code() });
    expect(await first.read()).toMatchObject({ code: code(), previous: { code: old, byUs: true } });
    expect(await events(first)).toEqual(['retired', 'first-seen']);
  });

  it('ends a revocation of one account by what the other reads, while the first is down', async () => {
    const { at, first, second, old } = await both();
    await first.read();
    order('wawp', { fault: 'hang', acts: true, verb: 'revoke', times: 1 });
    first.begin(old);
    await at.idle();
    order('wawp', { fault: 'drop' });
    await at.pass(60_000);
    expect((await first.view()).open).toMatchObject({ code: old });
    expect(await first.read()).toMatchObject({ code: code(), previous: { code: old, byUs: true } });
    expect(await events(second)).toEqual(['retired', 'first-seen']);
    expect(asked('revoke')).toEqual(['wawp']);
  });
});

describe('an account whose key may only read', () => {
  const stranger = hall.world.find('Garden Swap Toulouse');

  it('is known by the gateway’s own no, and looks after nothing while another may; a good test forgets it', async () => {
    const { at, first, second, old } = await both();
    const copyOnly = async () => (await at.end(at.life().overview()))?.accounts.map((account) => account.copyOnly);
    const join = { code: currentCode(stranger) as InviteCode, account: first.account };
    order('wawp', { fault: '403', verb: 'join', times: 1 });
    await at.end(at.life().joins.prepare(join));
    await at.end(at.life().joins.start({ ...join, greeting: '' }));
    expect(await copyOnly()).toEqual([true, false]);
    const plan = await at.end(at.life().joins.prepare(join));
    expect(plan?.ways).toMatchObject([{ can: 'cannot', trouble: { kind: 'key-limited' } }, { can: 'join' }]);
    await second.read();
    expect(await first.revoke(old)).toBe('not-primary');
    expect(await second.revoke(old)).toBe('good');
    await at.end(at.life().check({ account: first.account, part: 'rights' }));
    expect(await copyOnly()).toEqual([false, false]);
    expect(await second.revoke(code(), { reason: 'again' })).toBe('not-primary');
  });

  it('is known by what it says to a revocation, until the account is saved anew', async () => {
    const at = machine({ fetch: (clock) => wireTo(hall, clock) });
    const draft = { make: 'waha', name: 'WAHA', server: `${url}/waha`, fields: { session: 'demo' } };
    const save = (more: { id?: string; key: string }) =>
      at.end(at.life().accounts.save({ ...draft, ...(more.id && { id: more.id }), secrets: { key: more.key } }));
    const saved = await save({ key: 'waha-read-key' });
    const who = asking(at, saved?.id ?? '', id);
    await who.read();
    expect(await who.revoke(code())).toBe('key-limited');
    expect((await at.end(at.life().overview()))?.accounts).toMatchObject([{ copyOnly: true }]);
    expect(await save({ id: who.account, key: 'waha-demo-key' })).toMatchObject({ copyOnly: false });
  });
});
