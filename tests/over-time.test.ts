import { describe, expect, it } from 'vitest';
import { openHall } from '../sandbox/hall.ts';
import type { Rhythm } from '../utils/over-time/model';
import { codeOf, type DiaryStage, diaryStage } from './revoking/diary-stage';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const nightly: Rhythm = { kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:00'] };
/** The machine's clock begins at nine the day before. */
const tonight = Date.UTC(2026, 10, 3, 2);

interface Set {
  readonly on: DiaryStage;
  readonly group: string;
  readonly old: string;
}

/** One group whose link is changed every night at two. */
async function nightlySet(how: Parameters<typeof diaryStage>[0] = {}, rhythm = nightly): Promise<Set> {
  const on = await diaryStage(how);
  const group = on.groups[0] ?? '';
  await on.ask(({ invites }) => invites.read({ account: on.account, group }));
  await on.rule({ zone: 'UTC' });
  await on.care(group, { watch: false, rhythm });
  return { on, group, old: codeOf(on, group) };
}

describe('a link that is changed by appointment', () => {
  it('is changed at its time, once, and the record says why', async () => {
    const { on, group, old } = await nightlySet();
    expect(on.at.bells.get('diary')).toBe(tonight);
    await on.at.pass(17 * hour - minute);
    expect(on.posts(group)).toBe(0);
    await on.at.pass(2 * minute);
    expect(on.posts(group)).toBe(1);
    const view = await on.ask(({ invites }) => invites.recall({ account: on.account, group }));
    expect(view).toMatchObject({
      code: codeOf(on, group),
      previous: { code: old, byUs: true, why: expect.stringMatching(/^By appointment: every day at 0?2:00/) },
    });
    expect(await on.line(group)).toMatchObject({ dueAt: tonight + day, last: { dueAt: tonight, outcome: 'done' } });
    expect(await on.log(group)).toMatchObject([
      { what: 'plan' },
      { what: 'rotate', how: 'changed', dueAt: tonight, rhythm: nightly, old, code: codeOf(on, group) },
    ]);
    expect(await on.ask(({ alerts }) => alerts.list())).toMatchObject([{ kind: 'rotated', group }]);
  });

  it('has its next appointment, and the bell, written down before anything is asked', async () => {
    const { on, group } = await nightlySet();
    on.hall.faults.order({ fault: 'hang', verb: 'code' });
    await on.at.pass(17 * hour + 1_000);
    expect(await on.line(group)).toMatchObject({ taken: { dueAt: tonight }, dueAt: tonight + day });
    expect(on.at.bells.get('diary')).toBeLessThanOrEqual(tonight + 2 * minute);
  });

  it('is asked about, and not changed, when the browser was closed at its time', async () => {
    for (const forgetsBells of [true, false]) {
      const { on, group } = await nightlySet();
      on.at.close({ forgetsBells });
      await on.at.pass(2 * day);
      on.at.open();
      await on.at.pass(hour);
      expect(on.posts(group)).toBe(0);
      expect(await on.line(group)).toMatchObject({
        hold: { why: 'overdue', dueAt: tonight },
        dueAt: tonight + 2 * day,
      });
      expect((await on.log(group)).map(({ how }) => how)).toEqual(['done', 'asked']);
      const id = `rotate ${group}`;
      const [one, two] = [0, 1].map(() => on.ask(({ diary }) => diary.confirm({ id })));
      await Promise.all([one, two]);
      expect(on.posts(group)).toBe(1);
      expect(await on.line(group)).not.toHaveProperty('hold');
      expect(await on.ask(({ alerts }) => alerts.list())).toMatchObject([{ kind: 'rotated' }]);
    }
  });

  it('can be let go once, and is changed the next time', async () => {
    const { on, group } = await nightlySet();
    await on.ask(({ diary }) => diary.skip(`rotate ${group}`));
    expect(await on.line(group)).toMatchObject({ dueAt: tonight + day, last: { outcome: 'skipped', dueAt: tonight } });
    await on.at.pass(day);
    expect(on.posts(group)).toBe(0);
    await on.at.pass(day);
    expect(on.posts(group)).toBe(1);
  });

  it('is never changed without a person when it is on paper', async () => {
    const { on, group } = await nightlySet();
    const { account } = on;
    const code = codeOf(on, group) as never;
    const id = await on.ask(({ ledger }) => ledger.note({ account, group, code, shape: 'qr' }));
    await on.at.end(on.at.life().ledger.name({ id, label: 'poster', printed: true }));
    await on.at.pass(day);
    expect(await on.line(group)).toMatchObject({ hold: { why: 'printed', dueAt: tonight } });
    const line = `rotate ${group}`;
    const refused = on.ask(({ diary }) => diary.confirm({ id: line }).catch((caught) => Reflect.get(caught, 'kind')));
    expect(await refused).toBe('type-name');
    expect([on.posts(group), (await on.line(group))?.hold?.why]).toEqual([0, 'printed']);
    const typed = on.hall.world.known(group).subject;
    await on.ask(({ diary }) => diary.confirm({ id: line, typed }));
    expect(on.posts(group)).toBe(1);
    expect(await on.line(group)).toMatchObject({ last: { outcome: 'done' } });
  });

  it('waits for the keys, is changed when they are there, and never skipped', async () => {
    const { on, group } = await nightlySet();
    await on.ask(({ vault }) => vault.protect({ old: '', next: 'long enough a phrase' }));
    await on.ask(({ vault }) => vault.lock());
    await on.at.pass(3 * day);
    expect(on.posts(group)).toBe(0);
    expect(await on.line(group)).toMatchObject({ hold: { why: 'locked', dueAt: tonight } });
    await on.ask(({ vault }) => vault.unlock('long enough a phrase'));
    await on.at.pass(minute);
    expect(on.posts(group)).toBe(1);
    expect((await on.log(group)).map(({ how }) => how)).toEqual(['done', 'asked', 'changed']);
    expect((await on.ask(({ alerts }) => alerts.list())).map(({ kind }) => kind)).toEqual(['rotated']);
  }, 20_000);

  it('is put off by quiet hours and by a change that somebody has just made, and says so', async () => {
    const { on, group, old } = await nightlySet();
    await on.rule({ quiet: { from: '01:00', to: '07:30' } });
    await on.at.pass(22 * hour + 20 * minute);
    const asked = { account: on.account, group, code: old as never };
    await on.ask(({ invites }) => invites.revoke(asked));
    await on.at.pass(20 * minute);
    expect(await on.line(group)).toMatchObject({ moved: { from: tonight, why: 'cool-down' } });
    await on.at.pass(hour);
    expect(on.posts(group)).toBe(2);
    expect((await on.log(group)).map(({ how, why }) => why ?? how)).toEqual(['done', 'quiet', 'cool-down', 'changed']);
  });

  it('is tried again, ever more rarely, while the gateway is down, and sent once', async () => {
    const { on, group } = await nightlySet();
    on.hall.faults.order({ fault: '502', make: 'wawp' });
    await on.at.pass(20 * hour);
    on.hall.faults.clear();
    await on.at.pass(4 * hour);
    expect(on.posts(group)).toBe(1);
    const [, ...log] = await on.log(group);
    expect(log.map(({ how }) => how)).toEqual([...log.slice(1).map(() => 'moved'), 'changed']);
    const gaps = log.slice(1).map(({ at }, nth) => at - (log[nth]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  });

  it('is paused when the gateway says yes and changes nothing', async () => {
    const { on, group } = await nightlySet();
    on.hall.faults.order({ fault: 'not-rotated', verb: 'revoke' });
    await on.at.pass(3 * day);
    expect(on.posts(group)).toBe(1);
    expect(await on.line(group)).toMatchObject({ hold: { why: 'trouble', dueAt: tonight } });
    expect((await on.ask(({ alerts }) => alerts.list())).map(({ kind }) => kind)).toEqual(['not-rotated']);
    on.hall.faults.clear();
    await on.ask(({ diary }) => diary.confirm({ id: `rotate ${group}` }));
    expect(on.posts(group)).toBe(2);
    expect(await on.line(group)).not.toHaveProperty('hold');
  });

  it('is not fought over by two browsers', async () => {
    const hall = openHall(undefined, undefined);
    const mine = await nightlySet({ hall });
    const theirs = await nightlySet({ hall });
    const night = async () => {
      for (const { on } of [mine, theirs]) await on.at.pass(day);
    };
    const holds = async () =>
      [await mine.on.line(mine.group), await theirs.on.line(theirs.group)].map((line) => line?.hold?.why);
    for (let nth = 1; nth <= 3; nth += 1) {
      await night();
      expect([mine.on.posts(mine.group), await holds()]).toEqual([nth, [undefined, 'changed']]);
    }
    await theirs.on.ask(({ diary }) => diary.confirm({ id: `rotate ${theirs.group}` }));
    await night();
    // One of them goes on, the other asks: what a person has said stands.
    expect([mine.on.posts(mine.group), await holds()]).toEqual([5, ['changed', undefined]]);
  }, 20_000);
});

describe('a campaign', () => {
  const endAt = tonight - 4 * hour;
  const spring = { id: '', name: 'Spring', startAt: tonight - day, endAt, notes: '' };

  it('retires its links at its end, says so in the record, and is told of once they are', async () => {
    const on = await diaryStage();
    const groups = on.groups.slice(0, 3);
    await on.ask(({ campaigns }) => campaigns.save({ ...spring, groups, atEnd: 'retire' }));
    await on.at.pass(12 * hour);
    expect(groups.map(on.posts)).toEqual([0, 0, 0]);
    await on.at.pass(2 * hour);
    expect(groups.map(on.posts)).toEqual([1, 1, 1]);
    for (const group of groups) {
      expect((await on.history(group))[0]).toMatchObject({
        event: 'retired',
        reason: expect.stringContaining('Spring'),
      });
    }
    expect((await on.ask(({ alerts }) => alerts.list())).map(({ kind, name }) => [kind, name])).toEqual([
      ['campaign-over', 'Spring'],
      // It was counted when the campaign began: 1,019 of 1,024.
      ['filling', 'Grupo Ofertas 🛍️'],
    ]);
  });

  it('knows the members of its groups from its first day, though nobody watches them', async () => {
    const on = await diaryStage();
    const { id } = await on.ask(({ campaigns }) =>
      campaigns.save({ ...spring, groups: on.groups.slice(0, 2), atEnd: 'keep' }),
    );
    await on.at.pass(minute);
    const { groups } = await on.ask(({ campaigns }) => campaigns.report(id));
    expect(groups.map(({ points }) => points.map(({ count }) => count))).toEqual([[842], [137]]);
  });

  it('that keeps its links tells of its end, however late, and changes none', async () => {
    const on = await diaryStage();
    const groups = on.groups.slice(0, 2);
    await on.ask(({ campaigns }) => campaigns.save({ ...spring, groups, atEnd: 'keep' }));
    on.at.close({ forgetsBells: true });
    await on.at.pass(3 * day);
    on.at.open();
    await on.at.pass(hour);
    expect(groups.map(on.posts)).toEqual([0, 0]);
    expect((await on.ask(({ alerts }) => alerts.list())).map(({ kind }) => kind)).toEqual(['campaign-over']);
  });

  it('whose end came while the browser was closed asks before it retires anything', async () => {
    const on = await diaryStage();
    const [group = ''] = on.groups;
    await on.ask(({ campaigns }) => campaigns.save({ ...spring, groups: [group], atEnd: 'retire' }));
    on.at.close();
    await on.at.pass(3 * day);
    on.at.open();
    await on.at.pass(hour);
    const [line] = (await on.view()).diary;
    expect([on.posts(group), line?.hold?.why]).toEqual([0, 'overdue']);
    await on.ask(({ diary }) => diary.confirm({ id: line?.id ?? '' }));
    expect(on.posts(group)).toBe(1);
  });
});

describe('groups that are watched', () => {
  it('are checked once an hour, pause while the session is down, and go on by themselves', async () => {
    const on = await diaryStage();
    const [group = ''] = on.groups;
    const looks = () =>
      on.hall.log.filter(({ verb, path }) => verb === 'code' && decodeURIComponent(path).includes(group));
    await on.care(group, { watch: true });
    await on.at.pass(day);
    expect((await on.view()).diary).toEqual([]);
    await on.rule({ watching: true });
    await on.at.pass(5 * hour + minute);
    const line = async () => (await on.view()).diary[0];
    const before = looks().length;
    expect(before).toBeGreaterThanOrEqual(5);
    expect(before).toBeLessThanOrEqual(6);
    on.hall.world.setStatus('demo', 'SCAN_QR_CODE');
    await on.at.pass(day);
    expect(await line()).toMatchObject({ id: `watch ${on.account}`, moved: { why: 'trouble' } });
    expect((await on.ask(({ alerts }) => alerts.list())).map(({ kind }) => kind)).toEqual(['session-down']);
    on.hall.world.setStatus('demo', 'WORKING');
    await on.at.pass(2 * hour);
    expect(await line()).toMatchObject({ tries: 0, last: { outcome: 'done' } });
    expect(await on.ask(({ alerts }) => alerts.list())).toEqual([]);
    await on.at.end(on.at.life().accounts.remove(on.account));
    await on.at.pass(2 * hour);
    expect((await on.view()).diary).toEqual([]);
  });
});

describe('what cannot be kept', () => {
  it.each([
    ['rhythm', { care: { watch: false, rhythm: { kind: 'every', everyMs: hour - 1, from: 0 } } }],
    ['rhythm', { care: { watch: false, rhythm: { kind: 'at', days: [], times: ['02:00'] } } }],
    ['rhythm', { care: { watch: false, rhythm: { kind: 'once', at: 0 } } }],
    ['fill', { care: { watch: true, fill: { ceiling: 0, percent: 90 } } }],
    ['everyMinutes', { rules: { everyMinutes: 14 } }],
    ['coolDownMinutes', { rules: { coolDownMinutes: 1 } }],
    ['zone', { rules: { zone: 'Europe/Atlantis' } }],
    ['freeze', { rules: { freeze: [{ from: '2026-02-30', to: '2026-03-02' }] } }],
    ['freeze', { rules: { freeze: [{ from: '2026-03-03', to: '2026-03-02' }] } }],
    ['quiet', { rules: { quiet: { from: '22:00', to: '7' } } }],
  ])('is refused in words: %s %j', async (field, { care, rules }: { care?: object; rules?: object }) => {
    const on = await diaryStage();
    const [group = ''] = on.groups;
    const before = await on.view();
    const asked = care ? on.care(group, care as never) : on.rule(rules ?? {});
    expect(await asked.catch((caught) => Reflect.get(caught, 'facts'))).toEqual({ kind: 'bad-field', field });
    expect(await on.view()).toEqual({ ...before, now: expect.any(Number) });
  });
});

describe('many appointments', () => {
  it('use one alarm, and a gateway that hangs is asked once', async () => {
    const on = await diaryStage();
    await on.rule({ zone: 'UTC' });
    const count = process.env.LATCHKEY_ALL ? 600 : 60;
    const some = Array.from({ length: count }, (_, nth) => on.groups[nth] ?? `1203630000${10_000 + nth}@g.us`);
    await on.ask(({ items, careItems }) =>
      items.change(careItems.caresItem, () =>
        Object.fromEntries(some.map((id) => [id, { watch: false, rhythm: nightly, name: id }])),
      ),
    );
    await on.at.end(on.at.life().diary.planned());
    expect((await on.view()).diary).toHaveLength(count);
    expect([...on.at.bells.keys()]).toEqual(['diary']);
    on.hall.faults.order({ fault: 'hang', verb: 'code' });
    on.hall.log.splice(0);
    await on.at.pass(17 * hour + 50_000);
    expect(on.hall.log.filter(({ verb }) => verb === 'code')).toHaveLength(1);
    expect([...on.at.bells.keys()]).toEqual(['diary']);
  }, 60_000);
});
