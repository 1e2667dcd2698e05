import type { Account, AccountId, Group, GroupId, Overview, Roll } from './model';

/** One group of one account, ready to be ordered and searched. */
export interface Candidate {
  readonly account: AccountId;
  readonly group: Group;
  /** When its invite was last handed out; 0 for never. */
  readonly usedAt: number;
  /** All it can be found by, folded. */
  readonly key: string;
  /** Where its name stands in the alphabet: folded, without signs and emoji before the first letter. */
  readonly order: string;
}

// Names without any letter come after all that have one.
const last = '\uffff';

interface Known {
  readonly accounts: readonly Account[];
  readonly rolls: readonly Roll[];
  readonly used: Overview['used'];
}

/** The groups of all accounts: last used first, then where we are admin, then by name. */
export function candidates({ accounts, rolls, used }: Known): Candidate[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const times = new Map(used.map(({ account, group, at }) => [`${account} ${group}`, at]));
  return rolls
    .filter(({ account }) => names.has(account))
    .flatMap(({ account, groups }) =>
      groups.map((group) => ({
        account,
        group,
        usedAt: times.get(`${account} ${group.id}`) ?? 0,
        key: folded(`${group.name} ${group.id} ${names.get(account) ?? ''}`),
        order: folded(group.name).replace(/^[^\p{L}\p{N}]+/u, '') || last,
      })),
    )
    .sort(byUse);
}

/** Those in which every word of the query occurs, in the same order. Case and accents do not matter. */
export function findGroups(all: readonly Candidate[], query: string): readonly Candidate[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? all : all.filter(({ key }) => words.every((word) => key.includes(word)));
}

/** Where a group stands in a list; -1 where it does not. */
export function placeOf(all: readonly Candidate[], account: AccountId, group: GroupId): number {
  return all.findIndex((one) => one.account === account && one.group.id === group);
}

/** Without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

// Comparing folded keys is fifty times as quick as a collator, and a popup sorts ten thousand of them before it shows.
function byUse(a: Candidate, b: Candidate): number {
  return b.usedAt - a.usedAt || rank(a.group) - rank(b.group) || (a.order < b.order ? -1 : Number(a.order > b.order));
}

function rank({ admin }: Group): number {
  if (admin === undefined) return 1;
  return admin ? 0 : 2;
}
