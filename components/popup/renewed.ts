import type { Overview } from '../../utils/model/overview';
import type { First } from './Popup';

/** What is known now, in which whatever has stayed as it was is the same: nothing is asked for again on its account. */
export function renewed(before: First, next: First): First {
  if (!('overview' in before && 'overview' in next)) return next;
  return { overview: { ...next.overview, ...unchanged(before.overview, next.overview) } };
}

function unchanged(before: Overview, next: Overview): Partial<Overview> {
  const kept = Object.entries(before).filter(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(next, key)),
  );
  return Object.fromEntries(kept);
}
