import type { InviteCode } from '../../invite-link';
import type { GroupId } from '../../model/group';
import { type Fate, fateOf } from '../../store/fates';
import { recall } from '../../store/lineage';
import { asTrouble, Trouble } from '../../trouble';
import { primaryIn } from '../in-group';
import { type OneGroup, readNow } from '../reading';
import { revoke } from '../revoking';

/** A link that is to be changed because its time has come. */
export interface Appointment {
  /** Names the occurrence: the intent's id, and the id of the line in the record. */
  readonly id: string;
  readonly group: GroupId;
  /** Why, in words, for whoever asks the record later. */
  readonly reason: string;
  /** The group's name as somebody typed it, for a link on paper. */
  readonly typed?: string | undefined;
  /** Whatever the code is now: a person knows that somebody else has changed it. */
  readonly anyCode?: boolean;
}

/** How a change ended that was sent: the record's line, or not known yet. */
export type Sent = NonNullable<Fate>;

/** Changes a group's link, through the account that looks after it now. Rejects where nothing was sent. */
export async function rotated({ id, group, reason, typed, anyCode = false }: Appointment): Promise<Sent> {
  const account = await primaryIn(group);
  if (account === undefined) throw new Trouble('no-account');
  const code = anyCode ? await readCode({ account, group }) : await believed({ account, group });
  const wish = { account, group, code, reason, id, ...(typed !== undefined && { typed }) };
  const trouble = await revoke(wish).then(() => undefined, asTrouble);
  const fate = await fateOf(id);
  if (fate) return fate;
  // Somebody else's revocation is open: it comes to its end by itself.
  throw trouble && trouble.kind !== 'unsettled' ? trouble : new Trouble('busy');
}

/** The code that we hold for the current one; read only where none is known. */
async function believed(which: OneGroup): Promise<InviteCode> {
  return (await recall(which.account, which.group)).code ?? readCode(which);
}

async function readCode(which: OneGroup): Promise<InviteCode> {
  const failed = await readNow(which);
  const { code } = await recall(which.account, which.group);
  if (failed || !code) throw failed ?? new Trouble('no-code');
  return code;
}
