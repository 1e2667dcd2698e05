import { sayCount } from '../../../utils/words';

/** How fast a group grows, in a unit in which it is at least one. */
export function paceWords(perDay: number): string {
  if (perDay >= 1) return sayCount('paceDay', Math.round(perDay));
  if (perDay * 7 >= 1) return sayCount('paceWeek', Math.round(perDay * 7));
  return sayCount('paceMonth', Math.max(1, Math.round(perDay * 30)));
}
