import type { InviteCode } from '../invite-link';
import type { GroupId } from '../model/group';
import type { HandOut, LedgerSummary } from '../model/hand-out';
import { whereabouts } from './hand-outs';
import { change, usedItem } from './items';
import { append } from './record';

/** A line of the ledger as it is kept. Lines are only ever added: what was said later about a hand-out is a line too. */
export type LedgerRow =
  | (Omit<HandOut, 'label' | 'printed'> & { readonly kind: 'given' })
  | {
      readonly kind: 'named';
      readonly id: string;
      readonly seq: number;
      readonly at: number;
      /** The hand-out it is about. */
      readonly of: string;
      readonly label: string;
      readonly printed: boolean;
    };

type Given = Omit<Extract<LedgerRow, { kind: 'given' }>, 'id' | 'kind' | 'seq'>;

interface Naming extends Pick<Extract<LedgerRow, { kind: 'named' }>, 'at' | 'label' | 'printed'> {
  /** Of the hand-out. */
  readonly id: string;
}

const mostUsed = 50;

/** Notes a hand-out, and that the group was used. Gives its id. */
export async function note(given: Given): Promise<string> {
  const id = crypto.randomUUID();
  await Promise.all([append('ledger', { ...given, kind: 'given', id }), used(given.account, given.group, given.at)]);
  return id;
}

/** Says what a hand-out was for. What was said before stays; the last word counts. */
export async function name({ id: of, label, ...said }: Naming): Promise<void> {
  await append('ledger', { ...said, kind: 'named', id: crypto.randomUUID(), of, label: label.trim() });
}

/** Where a code is out in the world. */
export function summary(group: GroupId, code: InviteCode): Promise<LedgerSummary> {
  return whereabouts(group, code);
}

/** Moves a group to the front of the last used, whichever account it was used through before. */
export async function used(account: string, group: string, at: number): Promise<void> {
  await change(usedItem, (list) => {
    const others = list.filter((entry) => entry.group !== group);
    return [{ account, group, at }, ...others].slice(0, mostUsed);
  });
}
