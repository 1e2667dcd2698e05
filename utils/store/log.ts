import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import type { RecordPage } from '../model/record';
import type { Activity } from '../over-time/model';
import { newestFirst, pageOf } from './browse';
import { rhythmShape, troubleShape } from './care-items';
import { database, walking, writing } from './database';

/** Lines that are kept; the oldest go. */
export const mostLines = 10_000;

const text = v.string();
const number = v.pipe(v.number(), v.finite());
const code = v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value);

const lineShape: v.GenericSchema<unknown, Activity> = v.object({
  ...{ id: text, seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), at: number, name: text },
  what: v.picklist(['watch', 'rotate', 'end', 'join', 'plan', 'said']),
  how: v.picklist([
    ...(['done', 'changed', 'asked', 'moved', 'failed', 'skipped', 'paused', 'resumed'] as const),
    ...(['unsettled', 'not-rotated'] as const),
  ]),
  group: v.exactOptional(text),
  account: v.exactOptional(text),
  accountName: v.exactOptional(text),
  campaign: v.exactOptional(text),
  dueAt: v.exactOptional(number),
  rhythm: v.exactOptional(rhythmShape),
  code: v.exactOptional(code),
  old: v.exactOptional(code),
  between: v.exactOptional(v.object({ from: v.exactOptional(number), to: number })),
  count: v.exactOptional(number),
  why: v.exactOptional(text),
  trouble: v.exactOptional(troubleShape),
});

/** A line as the store gave it; undefined where it is broken. */
export function logLine(line: unknown): Activity | undefined {
  const parsed = v.safeParse(lineShape, line);
  return parsed.success ? parsed.output : undefined;
}

/** Writes a line at the end of the log. */
export async function addToLog(line: Omit<Activity, 'seq'>): Promise<void> {
  await writing(['log'], async (transaction) => {
    const log = transaction.objectStore('log');
    const last = await log.index('seq').openKeyCursor(null, 'prev');
    const seq = (typeof last?.key === 'number' ? last.key : 0) + 1;
    await log.add({ ...line, seq });
    const old = await log.index('seq').getAllKeys(IDBKeyRange.upperBound(seq - mostLines));
    await Promise.all(old.map((id) => log.delete(id)));
  });
}

/**
 * Brings lines of a saved log in, each at its time: where that is before the last one, all places are given anew. Gives how
 * many were not here yet.
 */
export function addSaved(saved: readonly Activity[]): Promise<number> {
  return writing(['log'], async (transaction) => {
    const log = transaction.objectStore('log');
    const known = await Promise.all(saved.map(({ id }) => log.getKey(id)));
    const fresh = [
      ...new Map(saved.filter((_, nth) => known[nth] === undefined).map((line) => [line.id, line])).values(),
    ];
    if (fresh.length === 0) return 0;
    const kept = await log.index('seq').getAll();
    const all = [...kept, ...fresh].toSorted((a, b) => a.at - b.at).slice(-mostLines);
    await log.clear();
    for (const [nth, line] of all.entries()) await log.add({ ...line, seq: nth + 1 });
    return fresh.length;
  });
}

interface Asked {
  readonly fits: (line: Activity) => boolean;
  /** Only those of this group. */
  readonly group?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Lines that fit, newest first. */
export function logPage({ fits, group, before, limit }: Asked): Promise<RecordPage<Activity>> {
  const index = group === undefined ? 'seq' : 'group';
  const open = async () => (await database()).transaction('log').store.index(index);
  return walking(() =>
    pageOf(newestFirst({ open, under: group }, before), limit, (raw) => {
      const line = logLine(raw);
      if (!line) return 'broken';
      return fits(line) ? line : undefined;
    }),
  );
}
