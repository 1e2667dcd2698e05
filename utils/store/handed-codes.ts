import * as v from 'valibot';
import { bareCode, type InviteCode } from '../invite-link';
import { change, type Item } from './items';

const codes = v.array(v.custom<InviteCode>((value) => typeof value === 'string' && bareCode(value) === value));

/** Invites on their way from a list of ours to the join queue, until the options have taken them. */
const handedItem: Item<InviteCode[]> = { key: 'handed', shape: codes, fallback: [], area: 'session', steps: [] };

export async function keepHanded(handed: readonly InviteCode[]): Promise<void> {
  await change(handedItem, () => [...handed]);
}

/** Gives them once. */
export async function takeHanded(): Promise<readonly InviteCode[]> {
  let taken: readonly InviteCode[] = [];
  await change(handedItem, (kept) => {
    taken = kept;
    return [];
  });
  return taken;
}
