import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Order } from '../sandbox/faults.ts';
import { currentCode } from '../sandbox/group.ts';
import type { Activity, Rhythm } from '../utils/over-time/model';
import { breaks } from '../utils/store/chain';
import { type DiaryStage, diaryStage } from './revoking/diary-stage';
import { lyingIn } from './revoking/machine';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
/** The long campaign asks for more. */
const months = Number(process.env.LATCHKEY_MONTHS ?? (process.env.LATCHKEY_ALL ? 60 : 2));

/** How the gateway takes what it is asked for a while. */
const fault: fc.Arbitrary<Order> = fc.oneof(
  fc.record({
    fault: fc.constant('slow' as const),
    verb: fc.constant('revoke' as const),
    ms: fc.integer({ min: 1, max: 24_000 }),
  }),
  fc.record({
    fault: fc.constant('rotate-late' as const),
    verb: fc.constant('revoke' as const),
    ms: fc.integer({ min: 1, max: 110_000 }),
    answered: fc.boolean(),
  }),
  fc.record({
    fault: fc.constantFrom('500' as const, 'drop' as const, 'hang' as const, 'no-code' as const),
    verb: fc.constant('revoke' as const),
    acts: fc.boolean(),
  }),
  fc.constantFrom<Order>({ fault: 'cut-mid-body', verb: 'revoke' }, { fault: 'not-rotated', verb: 'revoke' }),
  fc.record({
    fault: fc.constantFrom('502' as const, 'hang' as const, 'drop' as const),
    verb: fc.constant('code' as const),
  }),
);

/** What happens, one thing after another, until the month is over. */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('pass' as const), ms: fc.integer({ min: minute, max: day }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('kill' as const),
      /** At which steps of the lives after the next bell. */
      ends: fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('close' as const),
      ms: fc.integer({ min: minute, max: 3 * day }),
      forgetsBells: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('fault' as const), order: fault, times: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 7, arbitrary: fc.record({ what: fc.constant('answer' as const), confirms: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('phone' as const) }) },
);
const clock = fc.record({ what: fc.constant('clock' as const), ms: fc.integer({ min: -2 * day, max: 2 * day }) });

type Happening = (typeof happening extends fc.Arbitrary<infer One> ? One : never) | { what: 'clock'; ms: number };

const often: Rhythm = { kind: 'every', everyMs: 7 * hour, from: Date.UTC(2026, 10, 2, 1) };
const nightly: Rhythm = { kind: 'at', days: [0, 1, 2, 3, 4, 5, 6], times: ['02:00'] };

interface Month {
  readonly on: DiaryStage;
  readonly cared: readonly { readonly group: string; readonly rhythm: Rhythm }[];
  /** Codes that somebody made on a phone: whoever does not look in between never sees them. */
  readonly foreign: Set<string>;
  /** Codes that the groups had before. */
  readonly first: ReadonlySet<string>;
}

async function begun(): Promise<Month> {
  const on = await diaryStage();
  await on.rule({ zone: 'Europe/Paris', quiet: { from: '23:00', to: '01:30' } });
  const cared = [often, nightly].map((rhythm, nth) => ({ group: on.groups[nth] ?? '', rhythm }));
  for (const { group, rhythm } of cared) {
    await on.ask(({ invites }) => invites.read({ account: on.account, group }));
    await on.care(group, { watch: false, rhythm });
  }
  return { on, cared, foreign: new Set(), first: new Set(cared.flatMap(({ group }) => on.codes(group))) };
}

async function play({ on, cared, foreign }: Month, one: Happening): Promise<void> {
  const { at, hall } = on;
  if (one.what === 'pass') await at.pass(one.ms);
  if (one.what === 'clock') at.setClock(one.ms);
  if (one.what === 'fault') hall.faults.order({ ...one.order, times: one.times });
  if (one.what === 'phone') foreign.add(currentCode(hall.world.retire(cared[0]?.group ?? '')));
  if (one.what === 'answer') await answered(on, one.confirms);
  if (one.what === 'close') {
    at.close(one);
    await at.pass(one.ms);
    at.open();
  }
  if (one.what === 'kill') {
    await at.pass(Math.max(0, (at.bells.get('diary') ?? 0) - at.clock.now() - second));
    for (const end of one.ends) {
      const { power } = at.life();
      power.endAt(power.steps() + end);
      await at.pass(5 * second);
      at.kill();
    }
  }
}

/** A person comes by and answers everything. The life may end in the middle of it. */
async function answered({ at, view }: DiaryStage, confirms: boolean): Promise<void> {
  at.life();
  for (const { id } of (await view()).diary.filter(({ hold }) => hold)) {
    const { diary } = at.life();
    await at.end((confirms ? diary.confirm({ id }) : diary.skip(id)).catch(() => undefined));
  }
}

/** Nothing goes wrong any more, and somebody answers what is asked. */
async function wornOut({ on }: Month): Promise<void> {
  on.at.kill();
  on.hall.faults.clear();
  for (let nth = 0; nth < 3; nth += 1) {
    await on.at.pass(2 * hour);
    await answered(on, true);
  }
  await on.at.pass(hour);
}

async function judgeCodes({ on, cared, foreign, first }: Month): Promise<number> {
  let changes = 0;
  for (const { group } of cared) {
    const codes = on.codes(group);
    const ours = codes.filter((code) => !foreign.has(code) && !first.has(code));
    // What a phone has replaced at once was never there to be seen.
    const lost = (code: string) => !known.has(code) && !foreign.has(codes[codes.indexOf(code) + 1] ?? '');
    const rows = await on.history(group);
    const known = new Set<string>(rows.map(({ code }) => code));
    // Every code that came of us stands in the record.
    expect(ours.filter(lost)).toEqual([]);
    // Every request has an occurrence of its own, and no occurrence two.
    const own = rows.filter(
      ({ id, event }) => id.startsWith('rotate ') && event !== 'first-seen' && !id.endsWith('.late'),
    );
    const posts = on.posts(group);
    expect(posts).toBeLessThanOrEqual(own.length);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    expect(ours.length).toBeLessThanOrEqual(posts);
    expect(rows.filter(({ reason, event }) => event === 'retired' && !reason)).toEqual([]);
    const line = await on.line(group);
    expect(line?.taken).toBeUndefined();
    changes += ours.length;
  }
  expect(await breaks(await lyingIn(on.at, 'lineage', 'seq'))).toEqual([]);
  expect([...on.at.bells.keys()]).toContain('diary');
  return changes;
}

/** Every appointment of the month was kept, asked about or put off, and none two times. */
async function judgeAppointments({ on, cared }: Month, from: number, to: number): Promise<number> {
  let count = 0;
  for (const { group, rhythm } of cared) {
    const log = (await on.log(group)).filter(({ what }) => what === 'rotate' || what === 'said');
    const rows = await on.history(group);
    // After an answer it may be asked about again: the life may have ended before anything was sent.
    const asked = log.map(({ how, dueAt, why }, nth) => {
      const answers = log.slice(0, nth).filter(({ what }) => what === 'said').length;
      return how === 'asked' ? `asked ${dueAt} ${why} ${answers}` : `${how} ${dueAt}`;
    });
    const once = asked.filter((line) => /^(asked|changed)/.test(line));
    expect(once.filter((line, nth) => once.indexOf(line) !== nth)).toEqual([]);
    for (const dueAt of appointments(rhythm, from, to)) {
      count += 1;
      const isKept = rows.some(({ id }) => id === `rotate ${group} @${dueAt}`) || isOpenAt(log, dueAt);
      expect(isKept, `${new Date(dueAt).toISOString()} ${JSON.stringify(log, undefined, 1)}`).toBe(true);
    }
  }
  return count;
}

/** Reckoned here anew: nobody's own rhythm judges itself. Paris is an hour ahead in November. */
function appointments(rhythm: Rhythm, from: number, to: number): number[] {
  const [first, step] = rhythm.kind === 'every' ? [rhythm.from, rhythm.everyMs] : [Date.UTC(2026, 10, 1, 1), day];
  const all = Array.from({ length: Math.ceil((to - first) / step) }, (_, nth) => first + nth * step);
  return all.filter((at) => at > from && at < to);
}

/** Whether a time lies between an appointment that was not kept at once and its end, or is the one. */
function isOpenAt(log: readonly Activity[], at: number): boolean {
  return log.some((line, nth) => {
    if (line.dueAt === undefined) return false;
    const isEnd = line.how === 'changed' || line.what === 'said';
    const end = isEnd
      ? line.at
      : (log.slice(nth + 1).find(({ how, what }) => how === 'changed' || what === 'said')?.at ?? Infinity);
    return line.dueAt <= at && at <= end;
  });
}

it(`keeps, asks about or puts off every appointment of ${months} months full of blows, and none twice`, async () => {
  const seen = { appointments: 0, changes: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 40, maxLength: 70 }), async (all) => {
      const one = await begun();
      const from = one.on.at.now();
      for (const each of all) if (one.on.at.now() < from + month) await play(one, each);
      await one.on.at.pass(Math.max(0, from + month - one.on.at.now()));
      const to = one.on.at.now();
      await wornOut(one);
      seen.changes += await judgeCodes(one);
      seen.appointments += await judgeAppointments(one, from, to);
    }),
    { numRuns: months, endOnFailure: true },
  );
  expect(seen.changes).toBeGreaterThan(5 * months);
  if (months > 2) console.log(`${months} months: ${seen.appointments} appointments, ${seen.changes} links changed`);
}, 3_600_000);

it(`sends nothing twice and loses no code although somebody sets the clock, in ${months} months`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: happening }, { weight: 1, arbitrary: clock }), {
        minLength: 30,
        maxLength: 50,
      }),
      async (all) => {
        const one = await begun();
        for (const each of all) await play(one, each);
        await wornOut(one);
        await judgeCodes(one);
      },
    ),
    { numRuns: months, endOnFailure: true },
  );
}, 3_600_000);
