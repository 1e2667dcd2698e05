import { isDemoCode } from '../demo';
import type { InviteCode } from '../invite-link';
import type { Account } from '../model/account';
import type { Group, GroupId, Roll } from '../model/group';
import type { InviteView } from '../model/invite';
import type { LineageRow } from '../model/record';
import type { Own } from '../model/sight';
import { groupsWith, historyOf, recall } from '../store/codes-known';
import { accountsItem, read } from '../store/items';
import { readRoll } from '../store/rolls';

/** What the store knows of a code that is, or was, one of the user's own groups'. */
export interface Ours {
  readonly own: Own;
  /** The group as last listed; only by its id and name where no account lists it now. */
  readonly group: Group;
  /** Whether a revocation of this very code is open: nobody knows whether it is still good. */
  readonly isUnsettled: boolean;
  /** When a gateway last said that this is the group's code. */
  readonly confirmedAt?: number;
}

/** A code, and the group that somebody found behind it. */
export interface Found {
  readonly code: InviteCode;
  readonly id?: GroupId | undefined;
}

/** Which of these are the user's own, out of the store alone. */
export async function oursAmong(found: readonly Found[]): Promise<ReadonlyMap<InviteCode, Ours>> {
  const groups = await groupsWith(found.map(({ code }) => code));
  const pairs = found.flatMap(({ code, id }) => {
    const group = groups.get(code) ?? id;
    return group === undefined ? [] : [{ code, group }];
  });
  if (pairs.length === 0) return new Map();
  const accounts = await read(accountsItem);
  const rolls = await Promise.all(accounts.map(async ({ id }) => indexed(await readRoll(id))));
  const ours = await Promise.all(pairs.map((pair) => ourOne(pair, accounts, rolls)));
  return new Map(ours.flatMap((one, nth) => (one && pairs[nth] ? [[pairs[nth].code, one] as const] : [])));
}

interface Indexed extends Pick<Roll, 'listedAt'> {
  readonly groups: ReadonlyMap<GroupId, Group>;
}

function indexed({ groups, listedAt }: Roll): Indexed {
  return { groups: new Map(groups.map((group) => [group.id, group])), ...(listedAt !== undefined && { listedAt }) };
}

interface Pair {
  readonly code: InviteCode;
  readonly group: GroupId;
}

async function ourOne({ code, group }: Pair, accounts: readonly Account[], rolls: readonly Indexed[]) {
  const rows = await historyOf(group, code);
  const holder = holderOf(
    accounts.flatMap((account, nth) => {
      const { groups, listedAt } = rolls[nth] ?? {};
      const listed = groups?.get(group);
      return listed ? [{ account, group: listed, ...(listedAt !== undefined && { listedAt }) }] : [];
    }),
  );
  const account = holder?.account.id ?? rows[0]?.account;
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  // A world that went with its account knows nothing any more.
  if (account === undefined || (isDemoCode(code) && !names.has(account))) return undefined;
  return oursOf({ code, rows, holder, view: await recall(account, group), accountName: names.get(account) ?? '' });
}

/** An account that has a group on its list. */
export interface Holder {
  readonly account: Account;
  readonly group: Group;
  readonly listedAt?: number;
}

/** Of several accounts in one group, the one that can do most there. */
export function holderOf(holders: readonly Holder[]): Holder | undefined {
  return holders.find(({ group }) => group.admin) ?? holders[0];
}

interface Facts {
  readonly code: InviteCode;
  /** The newest line of the group's record, then what it tells of the code, newest first. */
  readonly rows: readonly LineageRow[];
  readonly holder: Holder | undefined;
  readonly view: InviteView;
  readonly accountName: string;
}

/** Puts together what the store knows of one code. Pure. */
export function oursOf({ code, rows, holder, view, accountName }: Facts): Ours {
  const [newest] = rows;
  const listed = holder?.group;
  const name = listed?.name || newest?.name || '';
  const group = listed ?? { id: view.group, name };
  const state = stateOf(code, rows);
  const isConfirmed = state.code === 'current' && view.code === code;
  const confirmedAt = isConfirmed ? view.seenAt : state.code === 'current' ? newest?.at : undefined;
  const current = view.code ?? newest?.code;
  const seenAt = holder ? (holder.listedAt ?? view.seenAt ?? newest?.at ?? holder.account.addedAt) : (newest?.at ?? 0);
  return {
    own: {
      relation: holder ? (listed?.admin ? 'admin' : 'member') : 'past',
      seenAt,
      ...state,
      inside: { account: view.account, accountName, group: view.group, name, ...(current && { current }) },
    },
    group: { ...group, name },
    isUnsettled: view.open?.code === code,
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
}

/** What a code is in the record of its group: the last one, one before it, or none of them. */
function stateOf(code: InviteCode, rows: readonly LineageRow[]): Pick<Own, 'code' | 'retired'> {
  if (rows[0]?.code === code) return { code: 'current' };
  const ending = rows.find(({ old }) => old === code);
  if (!ending) return { code: 'unseen' };
  const born = rows.findLast((row) => row.code === code);
  return {
    code: 'retired',
    retired: { at: ending.at, since: born?.at ?? ending.at, byUs: ending.event === 'retired' },
  };
}
