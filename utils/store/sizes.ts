import * as v from 'valibot';
import type { GroupId } from '../model/group';
import { compacted } from '../over-time/compacted';
import type { Point } from '../over-time/model';
import { allOf, reading, type Writing, writing } from './database';

/** The same count is kept again after so long. */
const sameMs = 10 * 60_000;
const hourMs = 3_600_000;

const shape: v.GenericSchema<unknown, Point> = v.object({
  at: v.pipe(v.number(), v.finite()),
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  atLeast: v.exactOptional(v.boolean()),
});

/** Keeps a member count, unless the same was kept just now. Every hour the old ones are thinned out. */
export async function keepPoint(group: GroupId, { at, count, atLeast }: Point): Promise<void> {
  const point: Point = { at, count, ...(atLeast && { atLeast }) };
  await writing(['sizes'], async (transaction) => {
    const sizes = transaction.objectStore('sizes');
    const before = await sizes.openCursor(IDBKeyRange.bound([group, -Infinity], [group, at]), 'prev');
    const last = pointIn(before?.value);
    if (last && isSame(last, point)) return;
    await sizes.put({ group, ...point });
    if (last && Math.floor(last.at / hourMs) !== Math.floor(at / hourMs)) await thinOut(transaction, group, at);
  });
}

/** A row of a saved series; undefined where it is none. */
export function sizeRow(row: unknown): (Point & { readonly group: GroupId }) | undefined {
  const group = row instanceof Object && 'group' in row ? row.group : undefined;
  const point = pointIn(row);
  return point && typeof group === 'string' && group !== '' ? { group, ...point } : undefined;
}

/** Adds counts of a saved series where none is kept for that moment. Gives how many there were none of. */
export function addPoints(rows: readonly (Point & { readonly group: GroupId })[]): Promise<number> {
  return writing(['sizes'], async (transaction) => {
    const sizes = transaction.objectStore('sizes');
    let added = 0;
    for (const row of rows) {
      if ((await sizes.getKey([row.group, row.at])) !== undefined) continue;
      await sizes.put(row);
      added += 1;
    }
    return added;
  });
}

/** A group's counts, oldest first. What cannot be read is left out. */
export async function pointsOf(group: GroupId): Promise<Point[]> {
  const rows: readonly unknown[] = await reading((db) => db.getAll('sizes', allOf(group)));
  return rows.flatMap((row) => pointIn(row) ?? []);
}

/** The last count of each of these groups, where there is one. */
export async function lastPoints(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, Point>> {
  const rows = await reading((db) => {
    const { store } = db.transaction('sizes');
    return Promise.all(
      groups.map(async (group) => [group, pointIn((await store.openCursor(allOf(group), 'prev'))?.value)] as const),
    );
  });
  return new Map(rows.flatMap(([group, point]) => (point ? [[group, point] as const] : [])));
}

async function thinOut(transaction: Writing, group: GroupId, now: number): Promise<void> {
  const sizes = transaction.objectStore('sizes');
  const points = (await sizes.getAll(allOf(group))).flatMap((row) => pointIn(row) ?? []);
  const kept = new Set(compacted(points, now));
  for (const point of points) if (!kept.has(point)) await sizes.delete([group, point.at]);
}

function isSame(last: Point, { at, count, atLeast = false }: Point): boolean {
  return at - last.at < sameMs && last.count === count && (last.atLeast ?? false) === atLeast;
}

function pointIn(row: unknown): Point | undefined {
  const parsed = v.safeParse(shape, row);
  return parsed.success ? parsed.output : undefined;
}
