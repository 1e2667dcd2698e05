import * as v from 'valibot';
import type { Alert, Campaign, Care, Chain, Entry, QueueView, Rules } from '../over-time/model';
import { troubleKinds } from '../trouble';
import type { Item } from './items';

// What is kept about what happens over time.

const text = v.string();
const name = v.pipe(text, v.maxLength(300));
const time = v.number();
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const timeOfDay = v.pipe(text, v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const day = v.pipe(text, v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const groups = v.pipe(v.array(text), v.maxLength(1_000));

export const troubleShape = v.object({
  kind: v.picklist(troubleKinds),
  status: v.exactOptional(v.number()),
  said: v.exactOptional(text),
  waitMs: v.exactOptional(v.number()),
  state: v.exactOptional(text),
  host: v.exactOptional(text),
  field: v.exactOptional(text),
  make: v.exactOptional(text),
  engine: v.exactOptional(text),
  better: v.exactOptional(text),
});

/** Least time between two appointments of a rhythm. */
export const leastEveryMs = 3_600_000;

export const rhythmShape = v.variant('kind', [
  v.object({
    kind: v.literal('every'),
    everyMs: v.pipe(v.number(), v.integer(), v.minValue(leastEveryMs), v.maxValue(366 * 86_400_000)),
    from: time,
  }),
  v.object({
    kind: v.literal('at'),
    days: v.pipe(v.array(whole(0, 6)), v.minLength(1), v.maxLength(7)),
    times: v.pipe(v.array(timeOfDay), v.minLength(1), v.maxLength(24)),
  }),
  v.object({ kind: v.literal('once'), at: time }),
]);

export const fillShape = v.object({ ceiling: whole(1, 5_000), percent: whole(1, 100) });

export const rulesShape = v.object({
  watching: v.boolean(),
  everyMinutes: whole(15, 1_440),
  zone: v.pipe(text, v.maxLength(64)),
  quiet: v.exactOptional(v.object({ from: timeOfDay, to: timeOfDay })),
  freeze: v.pipe(v.array(v.object({ from: day, to: day })), v.maxLength(200)),
  coolDownMinutes: whole(10, 10_080),
  fill: fillShape,
  notify: v.boolean(),
  notice: v.pipe(text, v.maxLength(2_000)),
});

export const rulesItem: Item<Rules> = {
  key: 'rules',
  shape: rulesShape,
  fallback: {
    ...{ watching: false, everyMinutes: 60, zone: '', freeze: [], coolDownMinutes: 60 },
    ...{ fill: { ceiling: 1_024, percent: 90 }, notify: false, notice: '' },
  },
  ruled: (own, { rules, fill }) => ({ ...own, ...rules, fill: { ...own.fill, ...fill } }),
  steps: [],
};

export const careShape = v.object({
  watch: v.boolean(),
  rhythm: v.exactOptional(rhythmShape),
  fill: v.exactOptional(fillShape),
});

/** What each group is looked after for, by its id; with the name it was last known by. */
export const caresItem: Item<Record<string, Care & { name: string }>> = {
  key: 'cares',
  shape: v.record(text, v.object({ ...careShape.entries, name })),
  fallback: {},
  steps: [],
};

const hold = v.object({
  why: v.picklist(['overdue', 'printed', 'changed', 'trouble', 'locked']),
  dueAt: time,
  since: time,
});

/** The diary: what is to be done, and when. */
export const diaryItem: Item<Entry[]> = {
  key: 'diary',
  shape: v.array(
    v.object({
      id: text,
      duty: v.picklist(['watch', 'rotate', 'end']),
      account: v.exactOptional(text),
      group: v.exactOptional(text),
      campaign: v.exactOptional(text),
      rhythm: v.exactOptional(rhythmShape),
      dueAt: v.exactOptional(time),
      moved: v.exactOptional(v.object({ from: time, why: v.picklist(['quiet', 'frozen', 'cool-down', 'trouble']) })),
      taken: v.exactOptional(v.object({ dueAt: time, at: time })),
      tries: v.number(),
      trouble: v.exactOptional(troubleShape),
      hold: v.exactOptional(hold),
      last: v.exactOptional(
        v.object({
          at: time,
          dueAt: time,
          outcome: v.picklist(['done', 'not-rotated', 'unsettled', 'failed', 'skipped']),
        }),
      ),
    }),
  ),
  fallback: [],
  steps: [],
};

const alertKinds = [
  ...['changed-elsewhere', 'rotated', 'not-admin', 'gone', 'session-down', 'check-failed', 'overdue', 'printed'],
  ...['changed', 'not-rotated', 'paused', 'locked', 'filling', 'full', 'last-cell', 'no-cell', 'campaign-over'],
  ...['queue-stopped', 'queue-done', 'policy-unread'],
] as const satisfies readonly Alert['kind'][];

export const alertsItem: Item<Alert[]> = {
  key: 'alerts',
  shape: v.array(
    v.object({
      id: text,
      kind: v.picklist(alertKinds),
      since: time,
      at: time,
      times: v.number(),
      notifiedAt: v.exactOptional(time),
      dismissed: v.exactOptional(v.boolean()),
      group: v.exactOptional(text),
      account: v.exactOptional(text),
      campaign: v.exactOptional(text),
      chain: v.exactOptional(text),
      entry: v.exactOptional(text),
      name: text,
      between: v.exactOptional(v.object({ from: v.exactOptional(time), to: time })),
      count: v.exactOptional(v.number()),
      of: v.exactOptional(v.number()),
      next: v.exactOptional(text),
      trouble: v.exactOptional(troubleShape),
    }),
  ),
  fallback: [],
  steps: [],
};

export const campaignShape = v.object({
  id: text,
  name,
  startAt: time,
  endAt: time,
  groups,
  notes: v.pipe(text, v.maxLength(10_000)),
  atEnd: v.picklist(['retire', 'keep']),
});

export const campaignsItem: Item<Campaign[]> = {
  key: 'campaigns',
  shape: v.array(campaignShape),
  fallback: [],
  steps: [],
};

export const chainShape = v.object({ id: text, name, groups, fill: v.exactOptional(fillShape) });

export const chainsItem: Item<Chain[]> = { key: 'chains', shape: v.array(chainShape), fallback: [], steps: [] };

/** How each account's join queue stands; its rows lie in the database. */
export type QueueHead = Omit<QueueView, 'account' | 'rows' | 'leftMs'>;

export const queuesItem: Item<Record<string, QueueHead>> = {
  key: 'queues',
  shape: v.record(
    text,
    v.object({
      state: v.picklist(['running', 'paused', 'stopped', 'done']),
      perMinute: whole(1, 5),
      nextAt: v.exactOptional(time),
      stop: v.exactOptional(v.object({ until: time, trouble: troubleShape })),
      waits: v.exactOptional(troubleShape),
    }),
  ),
  fallback: {},
  ruled: (heads, { queuePerMinute }) =>
    queuePerMinute === undefined
      ? heads
      : Object.fromEntries(Object.entries(heads).map(([id, head]) => [id, { ...head, perMinute: queuePerMinute }])),
  steps: [],
};

/** The items that lie on the disk. */
export const careItems = [
  ...[rulesItem, caresItem, diaryItem, alertsItem, campaignsItem, chainsItem, queuesItem],
] as const;
