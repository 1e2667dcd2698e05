import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { currentCode } from '../sandbox/group.ts';
import { openHall } from '../sandbox/hall.ts';
import type { AccountId } from '../utils/model/account';
import type { Alert } from '../utils/over-time/model';
import { type Asking, account, asking } from './revoking/asking';
import { type Life, type Machine, machine } from './revoking/machine';
import { wireTo } from './revoking/wire';

const url = 'http://127.0.0.1:8787';
const hall = openHall(undefined, undefined);
const name = 'Coaching Circle Berlin';
const { id } = hall.world.find(name);
const minute = 60_000;
const hour = 60 * minute;

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  hall.faults.clear();
  hall.world.reset();
  hall.log.splice(0);
});

/** Somebody who has a group watched, and wants to be told. */
interface Watcher extends Asking {
  readonly at: Machine;
  /** What a round of checks found, or the kind of what kept it from telling. */
  round(groups?: readonly string[]): Promise<unknown>;
  alerts(): Promise<readonly Alert[]>;
  kinds(): Promise<readonly string[]>;
  told<T>(work: (life: Life) => Promise<T>): Promise<T>;
}

async function watcher(make: string): Promise<Watcher> {
  const at = machine({ fetch: (clock) => wireTo(hall, clock) });
  const mine: AccountId = await account(at, { make, url });
  const told = async <T>(work: (life: Life) => Promise<T>): Promise<T> => {
    const answer = await at.end(work(at.life()));
    if (answer === undefined) throw new Error('No answer came');
    return answer;
  };
  await told(({ groups }) => groups.refresh(mine));
  await told(({ items, careItems }) => items.change(careItems.rulesItem, (rules) => ({ ...rules, notify: true })));
  await told(({ items, careItems }) => items.change(careItems.caresItem, () => ({ [id]: { watch: true, name } })));
  const alerts = () => told((life) => life.alerts.list());
  return {
    ...asking(at, mine, id),
    ...{ at, told, alerts },
    round: (groups = [id]) =>
      at.end(
        at
          .life()
          .watched(mine, groups)
          .catch(({ kind }) => kind),
      ),
    kinds: async () => (await alerts()).map(({ kind }) => kind),
  };
}

const good = { looked: 1, changed: 0 };
const order = (fault: Order) => hall.faults.order(fault);
const titles = ({ at }: Watcher) => at.notices.map(({ title }) => title);

describe.each(['wawp', 'waha', 'evolution'])('%s: a group that is watched', (make) => {
  it('whose link somebody resets is told of once, with the time between', async () => {
    const who = await watcher(make);
    expect(await who.round()).toEqual(good);
    const seen = who.at.now();
    await who.at.pass(hour);
    hall.world.retire(id);
    expect(await who.round()).toEqual({ looked: 1, changed: 1 });
    for (let nth = 0; nth < 3; nth += 1) {
      await who.at.pass(hour);
      expect(await who.round()).toEqual(good);
    }
    const [alert, ...others] = await who.alerts();
    expect([alert, others]).toMatchObject([{ kind: 'changed-elsewhere', group: id, name, times: 1 }, []]);
    expect(Math.abs((alert?.between?.from ?? 0) - seen)).toBeLessThan(minute);
    expect((alert?.between?.to ?? 0) - seen).toBeGreaterThanOrEqual(hour);
    expect(who.at.notices).toHaveLength(1);
    expect(who.at.notices[0]?.message).toContain(name);
    expect(JSON.stringify(who.at.notices)).not.toContain(currentCode(hall.world.known(id)));
    expect(who.at.sign).toEqual({ text: '!', title: 'Latchkey: Link reset elsewhere' });
    const log = await who.told(({ activity }) => activity.list({ filter: { how: 'changed' }, limit: 50 }));
    expect(log.rows).toMatchObject([{ what: 'watch', group: id, accountName: make, between: alert?.between }]);
    expect((await who.history()).map(({ event }) => event)).toEqual(['changed-elsewhere', 'first-seen']);
    expect(await who.told((life) => life.alerts.dismiss(alert?.id ?? ''))).toEqual([]);
    expect(who.at.sign.text).toBe('');
  });

  it('in which the account is no admin any more, or not at all, is said so until it is mended', async () => {
    const who = await watcher(make);
    await who.round();
    hall.world.setRole(id, 'demo', 'participant');
    expect(await who.round()).toEqual(good);
    expect(await who.kinds()).toEqual(['not-admin']);
    await who.at.pass(hour);
    await who.round();
    hall.world.setRole(id, 'demo', 'admin');
    await who.round();
    expect(await who.kinds()).toEqual([]);
    hall.world.setRole(id, 'demo');
    await who.round();
    await who.round();
    expect(await who.kinds()).toEqual(['gone']);
    hall.world.setRole(id, 'demo', 'admin');
    expect(await who.round()).toEqual(good);
    expect(await who.kinds()).toEqual([]);
    expect(titles(who)).toEqual(['Not an admin any more', 'Group out of reach']);
  });

  it('is not checked while WhatsApp is not connected, and that is told once', async () => {
    const who = await watcher(make);
    await who.round();
    hall.world.setStatus('demo', 'SCAN_QR_CODE');
    hall.log.splice(0);
    for (let nth = 0; nth < 5; nth += 1) {
      expect(await who.round()).toBe('session-down');
      await who.at.pass(20 * minute);
    }
    expect(hall.log.filter(({ verb }) => verb === 'list' || verb === 'code')).toEqual([]);
    expect(await who.alerts()).toMatchObject([{ kind: 'session-down', account: who.account, times: 5 }]);
    expect(titles(who)).toEqual(['WhatsApp not connected']);
    hall.world.setStatus('demo', 'WORKING');
    expect(await who.round()).toEqual(good);
    expect(await who.kinds()).toEqual([]);
    expect(who.at.sign.text).toBe('');
  });
});

describe('a gateway that cannot tell', () => {
  it.each([
    ...(['500', 'drop', '429', '401'] as const).map((fault) => ['wawp', fault] as const),
    ...(['500', 'drop'] as const).flatMap((fault) => [['waha', fault] as const, ['evolution', fault] as const]),
  ])('raises no alarm (%s, %s), until that has lasted for a day', async (make, fault) => {
    const who = await watcher(make);
    await who.round();
    order({ fault });
    hall.world.retire(id);
    for (let nth = 0; nth < 6; nth += 1) {
      expect(await who.kinds()).toEqual([]);
      expect(await who.round()).toEqual(expect.any(String));
      await who.at.pass(5 * hour);
    }
    expect(await who.kinds()).toEqual(['check-failed']);
    expect(titles(who)).toEqual(['Not checked for a day']);
    hall.faults.clear();
    expect(await who.round()).toEqual({ looked: 1, changed: 1 });
    expect(await who.kinds()).toEqual(['changed-elsewhere']);
  });
});

describe('a watched group', () => {
  it('is told of as well where somebody finds the new code by opening the popup, and then not again', async () => {
    const who = await watcher('wawp');
    await who.read();
    await who.at.pass(10 * minute);
    hall.world.retire(id);
    await who.read();
    await who.round();
    expect(await who.alerts()).toMatchObject([{ kind: 'changed-elsewhere', times: 1 }]);
    expect(who.at.notices).toHaveLength(1);
  });

  it('whose code Latchkey has changed is no news', async () => {
    const who = await watcher('wawp');
    await who.read();
    expect(await who.revoke(currentCode(hall.world.known(id)))).toBe('good');
    expect(await who.round()).toEqual(good);
    expect(await who.kinds()).toEqual([]);
  });

  it('for which a gateway names a code out of its cache raises no alarm', async () => {
    const who = await watcher('wawp');
    await who.round();
    hall.world.retire(id);
    await who.round();
    await who.told((life) => life.alerts.dismiss(`changed-elsewhere ${id}`));
    await who.at.pass(hour);
    order({ fault: 'false-code', which: 'earlier', verb: 'code' });
    await who.round();
    await who.at.pass(hour);
    hall.faults.clear();
    await who.round();
    expect(await who.kinds()).toEqual([]);
  });

  it('is looked up by itself where the list is empty or fails', async () => {
    const who = await watcher('wawp');
    for (const fault of ['empty-200', '500', 'oversize'] as const) {
      order({ fault, verb: 'list' });
      hall.world.setRole(id, 'demo', 'participant');
      expect(await who.round()).toEqual(good);
      expect(hall.log.some(({ verb }) => verb === 'info')).toBe(true);
      hall.faults.clear();
      hall.world.setRole(id, 'demo', 'admin');
      expect(await who.round()).toEqual(good);
      expect(await who.kinds()).toEqual([]);
    }
  });

  it('that alone cannot be told of keeps no other from being checked', async () => {
    const who = await watcher('wawp');
    const others = hall.world.all().filter(({ roles, id: one }) => roles.demo === 'admin' && one !== id);
    const three = [id, ...others.slice(0, 2).map((group) => group.id)];
    order({ fault: '500', verb: 'code', times: 1 });
    expect(await who.round(three)).toEqual({ looked: 2, changed: 0 });
    expect(await who.kinds()).toEqual([]);
  });

  it('is asked for gently: a handful of requests a second', async () => {
    const who = await watcher('wawp');
    const groups = hall.world.all().filter(({ roles }) => roles.demo === 'admin');
    const from = who.at.clock.now();
    hall.log.splice(0);
    expect(await who.round(groups.map((group) => group.id))).toEqual({ looked: groups.length, changed: 0 });
    const asked = (verb: string) => hall.log.filter((seen) => seen.verb === verb).length;
    expect([asked('list'), asked('code')]).toEqual([1, groups.length]);
    expect((who.at.clock.now() - from) / (groups.length - 1)).toBeGreaterThanOrEqual(300);
  });
});

it('says nothing more of an account that is removed', async () => {
  const who = await watcher('wawp');
  hall.world.setStatus('demo', 'STOPPED');
  await who.round();
  expect(who.at.sign.text).toBe('!');
  await who.at.end(who.at.life().accounts.remove(who.account));
  expect([await who.kinds(), who.at.sign.text]).toEqual([[], '']);
});

describe('a background that is killed while it finds a change', () => {
  it('tells of it later, and never twice', async () => {
    const who = await watcher('wawp');
    await who.round();
    let [changes, atOnce, late] = [0, 0, 0];
    for (let step = 5; ; step += 17) {
      await who.at.pass(2 * hour);
      hall.world.retire(id);
      changes += 1;
      who.at.kill();
      const before = who.at.notices.length;
      const { power } = who.at.life();
      power.endAt(power.steps() + step);
      const whole = await who.round();
      await who.round();
      const shown = who.at.notices.length - before;
      expect(shown).toBeLessThanOrEqual(1);
      expect(await who.kinds()).toEqual(['changed-elsewhere']);
      expect((await who.alerts())[0]?.between?.to).toBe((await who.history())[0]?.at);
      await who.told((life) => life.alerts.dismiss(`changed-elsewhere ${id}`));
      if (whole !== undefined) atOnce += 1;
      else late += 1;
      if (atOnce > 0) break;
    }
    expect(late).toBeGreaterThan(5);
    expect((await who.history()).filter(({ event }) => event === 'changed-elsewhere')).toHaveLength(changes);
  });
});
