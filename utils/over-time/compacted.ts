import type { Point } from './model';
import { dayMs } from './zone';

const hourMs = 3_600_000;

/**
 * Counts worth keeping, oldest first: all of two days, one an hour for two weeks, then one a day. Of each hour and day the
 * last that was counted in full. Pure.
 */
export function compacted(points: readonly Point[], now: number): Point[] {
  const kept = new Map<string | Point, Point>();
  for (const point of points.toSorted((a, b) => a.at - b.at)) {
    const stretch = stretchOf(point, now);
    const other = kept.get(stretch);
    if (other && !other.atLeast && point.atLeast) continue;
    kept.delete(stretch);
    kept.set(stretch, point);
  }
  return [...kept.values()].toSorted((a, b) => a.at - b.at);
}

function stretchOf(point: Point, now: number): string | Point {
  const age = now - point.at;
  if (age <= 2 * dayMs) return point;
  if (age <= 14 * dayMs) return `hour ${Math.floor(point.at / hourMs)}`;
  return `day ${Math.floor(point.at / dayMs)}`;
}
