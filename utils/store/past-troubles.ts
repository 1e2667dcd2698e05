import * as v from 'valibot';
import type { PastTrouble } from '../keeping/model';
import { troubleKinds } from '../trouble';
import { change, type Item, read } from './items';

const most = 30;

/** What went wrong lately, newest first; without hosts, words of gateways, or what it was about. */
const troublesItem: Item<PastTrouble[]> = {
  key: 'troubles',
  shape: v.array(
    v.object({
      at: v.number(),
      kind: v.picklist(troubleKinds),
      status: v.exactOptional(v.number()),
      during: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z]+$/), v.maxLength(40)),
    }),
  ),
  fallback: [],
  area: 'session',
  steps: [],
};

export async function noteTrouble(trouble: PastTrouble): Promise<void> {
  await change(troublesItem, (all) => [trouble, ...all].slice(0, most));
}

export function pastTroubles(): Promise<readonly PastTrouble[]> {
  return read(troublesItem);
}
