import { awake } from '../../bridge/awake';
import type { AccountId } from '../../model/account';
import type { Group, GroupId } from '../../model/group';
import type { LineageRow } from '../../model/record';
import type { Gateway } from '../../providers/provider';
import * as lineage from '../../store/lineage';
import { readRoll } from '../../store/rolls';
import { asTrouble, Trouble, type TroubleKind } from '../../trouble';
import { behind } from '../behind';
import { calm, raise } from '../care/alerts';
import { groupOf } from '../group-of';
import { opened } from '../opened';
import { readNow } from '../reading';
import { accountOf } from '../within';
import { isGrave } from './grave';
import { listed } from './listing';
import { noticed } from './noticing';

/** What a round of checks found. */
export interface Round {
  readonly looked: number;
  readonly changed: number;
}

type Found = 'told' | 'changed';

interface Place {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** Between two groups: a handful of requests a second at most. */
const gapMs = 300;
/** So many in a row that cannot tell, and it is the gateway. */
const mostInRow = 3;
/** So long after a change was written it is seen to that it was told. */
const dayMs = 86_400_000;

/**
 * Checks watched groups of one account: the code, whether the account is still admin, members. What is found goes into the
 * record, the series and the alerts. Rejects where the account's gateway or session cannot tell at all.
 */
export async function watched(account: AccountId, groups: readonly GroupId[]): Promise<Round> {
  const { name } = await accountOf(account);
  const round = await awake(() => lookAt(account, groups)).catch(asTrouble);
  if (round instanceof Trouble) {
    await untold(account, name, round);
    throw round;
  }
  await calm('session-down', account);
  await calm('check-failed', account);
  return round;
}

/** What keeps a whole round from telling: lost sessions are said at once, all else once it has lasted. */
async function untold(account: AccountId, name: string, { kind, facts }: Trouble): Promise<void> {
  const cause = { subject: account, account, name, trouble: facts };
  if (kind === 'session-down' || kind === 'no-session') await raise({ kind: 'session-down', ...cause });
  else if (kind !== 'vault-locked') await raise({ kind: 'check-failed', ...cause });
}

async function lookAt(account: AccountId, groups: readonly GroupId[]): Promise<Round> {
  const { gateway } = await opened(account);
  await holds(gateway, account);
  const roll = await listed(gateway, account, groups);
  const all: (Found | Trouble)[] = [];
  for (const group of groups) {
    if (all.length > 0) await new Promise((go) => setTimeout(go, gapMs));
    all.push(await lookInto({ account, group }, roll));
    const lately = all.slice(-mostInRow).filter((found) => found instanceof Trouble);
    if (lately[0] && lately.length === mostInRow) throw lately[0];
  }
  const looked = all.filter((found) => !(found instanceof Trouble)).length;
  const [first] = all;
  if (first instanceof Trouble && looked === 0) throw first;
  return { looked, changed: all.filter((found) => found === 'changed').length };
}

/** A gateway that has lost WhatsApp may go on answering out of its memory, as if all were well. */
async function holds(gateway: Gateway, account: AccountId): Promise<void> {
  const session = await gateway.session().catch(asTrouble);
  if (session instanceof Trouble) {
    if (!unasked.has(session.kind)) throw session;
    return;
  }
  if (!session.working) throw new Trouble('session-down', { state: session.state, ...(await behind(account)) });
}

/** A key that may not ask about the session may well ask about groups. */
const unasked: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['key-limited', 'lacks', 'refused']);

/** What a look at one group tells; a trouble where it tells nothing. Rejects where no group of the account can be told of. */
async function lookInto(place: Place, roll: ReadonlyMap<GroupId, Group>): Promise<Found | Trouble> {
  const { group } = place;
  const before = await lineage.newest(group);
  const trouble = await told(place);
  const cause = await causeOf(place, roll.get(group)?.name);
  if (trouble?.kind === 'not-admin') await raise({ kind: 'not-admin', ...cause, trouble: trouble.facts });
  else if (trouble && isGone(trouble)) await raise({ kind: 'gone', ...cause, trouble: trouble.facts });
  else if (trouble) {
    await raise({ kind: 'check-failed', ...cause, trouble: trouble.facts });
    return trouble;
  }
  await calm('check-failed', group);
  if (!trouble || !isGone(trouble)) await calm('gone', group);
  if (!trouble && roll.get(group)?.admin !== false) await calm('not-admin', group);
  const after = await lineage.newest(group);
  await noticed(lately(after));
  if (after === undefined || after.id === before?.id || after.event !== 'changed-elsewhere') return 'told';
  return (await lineage.isFirst(after)) ? 'changed' : 'told';
}

/** Rejects with what keeps the account from telling of any group. What another account told is told. */
async function told(place: Place): Promise<Trouble | undefined> {
  const trouble = await readNow(place).then((failed) => (failed && isGrave(failed) ? failed : undefined), asTrouble);
  if (trouble && isGrave(trouble)) throw trouble;
  return trouble;
}

async function causeOf({ account, group }: Place, name: string | undefined) {
  const known = name || groupOf(await readRoll(account), group).name || (await lineage.newest(group))?.name;
  return { subject: group, group, account, name: known || group };
}

function isGone({ kind }: Trouble): boolean {
  return kind === 'not-member' || kind === 'no-such-group';
}

/** A change that was written by a background that died before it told anybody. */
function lately(row: LineageRow | undefined): LineageRow | undefined {
  return row && Math.abs(Date.now() - row.at) < dayMs ? row : undefined;
}
