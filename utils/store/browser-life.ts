import * as v from 'valibot';
import { change, type Item, read } from './items';

/** Since when this browser runs, or this version of the extension in it; 0 before anybody has asked. */
const sinceItem: Item<number> = { key: 'since', shape: v.number(), fallback: 0, area: 'session', steps: [] };

/** Since when the browser runs, as far as we know. A clock that was set back does not make it the future. */
export async function runningSince(now: number): Promise<number> {
  const known = await read(sinceItem);
  const isKnown = known > 0 && known <= now;
  return isKnown ? known : change(sinceItem, (since) => (since > 0 && since <= now ? since : now));
}
