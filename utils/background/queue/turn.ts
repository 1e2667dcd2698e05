import type { InviteCode } from '../../invite-link';
import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { JoinRow } from '../../model/join';
import type { Sight } from '../../model/sight';
import type { QueueRow } from '../../over-time/model';
import { policyNow, read, settingsItem } from '../../store/items';
import { recall } from '../../store/lineage';
import { readRoll } from '../../store/rolls';
import { asTrouble, Trouble, type TroubleFacts } from '../../trouble';
import { joined, joinLock } from '../joining';
import { hopeless, isOutside } from '../joining-rules';
import * as links from '../links';
import { isAskable } from '../looking';
import { opened } from '../opened';
import { mustBeAllowed } from '../policy/bars';
import { readNow } from '../reading';
import { copyOnly } from '../rights';
import { accountOf, providerFor } from '../within';
import { type Consequence, joinId } from './rules';

/** How a row's turn has ended. `sent`: a join was written down for it; `asked`: somebody was asked something. */
export interface Ended extends Pick<QueueRow, 'code' | 'group' | 'name' | 'trouble'> {
  readonly state: Exclude<QueueRow['state'], 'waiting' | 'working' | 'cancelled'>;
  readonly sent?: boolean;
  readonly asked?: boolean;
  /** Whether admins approve: whoever has asked them is in no list. */
  readonly approval?: boolean;
  /** What its trouble means, where the kind alone would mean something else. */
  readonly means?: Consequence;
}

export interface Turn {
  readonly perMinute: number;
  /** Whether the queue has been held up; asked right before each request. */
  readonly isOff: () => boolean;
  /** Called before a join is written down. */
  readonly onJoin: () => Promise<void>;
  /** Whether this group is being joined by another row, or has been asked to be. */
  readonly isTaken: (group: GroupId) => Promise<boolean>;
}

/** Does what one row asks for: looks behind its link, then joins, once. Rejects where nothing of it was sent. */
export async function atItsTurn(row: QueueRow, turn: Turn): Promise<Ended> {
  const { account } = row;
  await mayJoin(account);
  if (row.group !== undefined && (await isIn(account, row.group))) return alreadyIn(row);
  const code = row.code ?? (await codeThrough(row, turn));
  if (!code) return { state: 'skipped', trouble: { kind: 'no-code' }, asked: true };
  if (!isAskable(await accountOf(account), code)) return { state: 'skipped', trouble: { kind: 'no-source' }, code };
  heed(turn);
  const sight = await links.probeUnless(turn.isOff, { code, account, ...(row.tries > 0 && { again: true }) });
  const known = { code, asked: true, ...seenIn(sight) };
  const ended = await endedByLook(row, { sight, isTaken: turn.isTaken });
  return ended ? { ...known, ...ended } : { ...known, ...(await joinedNow(row, { code, sight, turn })) };
}

/** What would keep the account from joining anything. */
async function mayJoin(account: AccountId): Promise<void> {
  await mustBeAllowed('mayJoin');
  await opened(account);
  if ((await providerFor(await accountOf(account))).lacks.includes('join')) throw new Trouble('lacks');
  if ((await copyOnly()).has(account)) throw new Trouble('key-limited');
}

async function isIn(account: AccountId, group: GroupId): Promise<boolean> {
  return (await readRoll(account)).groups.some(({ id }) => id === group);
}

/** A join whose end nobody knew, and which the list knows now, was ours. */
function alreadyIn({ trouble }: QueueRow): Ended {
  return { state: trouble?.kind === 'unsettled' ? 'joined' : 'already-in' };
}

/** The code as the other account's gateway gives it, else as we last saw it: that account may be lost. */
async function codeThrough({ via, group }: QueueRow, turn: Turn): Promise<InviteCode | undefined> {
  if (via === undefined || group === undefined) return undefined;
  heed(turn);
  const failed = await readNow({ account: via, group }).catch(asTrouble);
  const { code } = await recall(via, group);
  if (!code && failed) throw new NoCode(failed.facts);
  return code;
}

/** Trouble of the other account's: it says nothing about the one that joins. */
export class NoCode extends Error {
  readonly facts: TroubleFacts;
  constructor(facts: TroubleFacts) {
    super('no code');
    this.facts = facts;
  }
}

function heed({ isOff }: Turn): void {
  if (isOff()) throw new Trouble('not-allowed');
}

function seenIn({ id, name }: Sight): Pick<Ended, 'group' | 'name'> {
  return { ...(id !== undefined && { group: id }), ...(name && { name }) };
}

type Looked = { readonly sight: Sight } & Pick<Turn, 'isTaken'>;

/** What the look alone tells, where it does; rejects where it could not be had. */
async function endedByLook(row: QueueRow, { sight, isTaken }: Looked): Promise<Ended | undefined> {
  const { verdict, trouble, id } = sight;
  if (id !== undefined && (await isIn(row.account, id))) return alreadyIn(row);
  const kind = verdict === 'unknown' ? undefined : hopeless(verdict);
  if (kind) return { state: 'skipped', trouble: { kind } };
  if (verdict === 'unknown') {
    return trouble?.kind === 'already-in'
      ? alreadyIn(row)
      : { state: 'skipped', trouble: trouble ?? { kind: 'no-source' } };
  }
  const { joinOnly } = await read(settingsItem);
  if (isOutside(joinOnly, sight)) {
    const isSet = (await policyNow()).settings.joinOnly !== undefined;
    return { state: 'skipped', trouble: { kind: isSet ? 'policy-list' : 'not-allowed' } };
  }
  if (id !== undefined && (await isTaken(id))) return { state: 'skipped', trouble: { kind: 'already-in' } };
  if (!sight.sources.includes('gateway')) await surelyUp(row.account);
  // Admins may have been asked already: no list tells.
  if (verdict === 'approval' && row.trouble?.kind === 'unsettled') return { state: 'unknown' };
  return undefined;
}

/** Where WhatsApp's page alone has told of a link, the gateway may have failed: what is sent through it then may get lost. */
async function surelyUp(account: AccountId): Promise<void> {
  const { gateway } = await opened(account);
  const { working, state } = await gateway.session();
  if (!working) throw new Trouble('session-down', { state });
}

interface Joining {
  readonly code: InviteCode;
  readonly sight: Sight;
  readonly turn: Turn;
}

async function joinedNow(row: QueueRow, { code, sight, turn }: Joining): Promise<Ended> {
  const { account } = row;
  const id = sight.id ?? row.group;
  const seen = { ...sight, ...(id !== undefined && { id }) };
  const join = { id: joinId(row), code, account, greeting: '', seen };
  const { perMinute, isOff } = turn;
  const made = await navigator.locks.request(joinLock(account), async () => {
    heed(turn);
    await turn.onJoin();
    return joined({ ...join, perMinute, isOff }).catch(orAlreadyIn);
  });
  if (made instanceof Trouble) return alreadyIn(row);
  return { ...endedBy(made), approval: sight.verdict === 'approval' };
}

function orAlreadyIn(caught: unknown): Trouble {
  const trouble = asTrouble(caught);
  if (trouble.kind !== 'already-in') throw trouble;
  return trouble;
}

/** What a join tells of its row. One that was left again was joined. */
export function endedBy({ state, trouble, group, name }: JoinRow): Ended {
  return {
    ...{ state: state === 'sending' ? 'unknown' : state === 'left' ? 'joined' : state, sent: true },
    ...(trouble && { trouble }),
    ...(group !== undefined && { group }),
    ...(name && { name }),
  };
}
