import type { AccountId, AccountView } from './model/account';
import type { Group, GroupId, Roll } from './model/group';
import type { Overview } from './model/overview';
import type { ChainView } from './over-time/model';
import { primaryOf } from './primary';

/** A group as one of the accounts in it knows it. */
export interface Holding {
  readonly account: AccountId;
  readonly group: Group;
}

/** One group, however many accounts are in it, ready to be ordered and searched; by the account that it is shown through. */
export interface Candidate extends Holding {
  /** The account that looks after it. */
  readonly primary: AccountId;
  /** Every account that is in it, in the order in which they were added. */
  readonly holders: readonly Holding[];
  /** When its invite was last handed out; 0 for never. */
  readonly usedAt: number;
  /** All it can be found by, folded. */
  readonly key: string;
  /** Where its name stands in the alphabet: folded, without signs and emoji before the first letter. */
  readonly order: string;
  /** The groups in a row that it stands for: found by their name, shown by the one that is handed out now. */
  readonly chain?: ChainView;
}

// Names without any letter come after all that have one.
const last = '\uffff';

interface Known extends Pick<Overview, 'used' | 'primaries'> {
  readonly accounts: readonly Pick<AccountView, 'id' | 'name' | 'allowed' | 'copyOnly'>[];
  readonly rolls: readonly Roll[];
  /** The one account whose groups are wanted, each through that account. */
  readonly only?: AccountId | undefined;
}

/** The groups of all accounts, each once: last used first, then where we are admin, then by name. */
export function candidates({ accounts, rolls, used, primaries, only }: Known): Candidate[] {
  const known = new Map(accounts.map((account) => [account.id, account]));
  const names = new Map(accounts.map(({ id, name }) => [id, folded(name)]));
  const times = new Map(used.toReversed().map(({ group, at }) => [group, at]));
  return [...together(rolls.filter(({ account }) => known.has(account))).values()]
    .flatMap((holders) => {
      const primary = primaryAmong(holders, known, primaries);
      const shown = holders.find(({ account }) => account === (only ?? primary));
      if (!shown || primary === undefined) return [];
      const { account, group } = shown;
      const name = folded(group.name);
      const owners = holders.map((holder) => names.get(holder.account)).join(' ');
      return {
        ...{ account, group, primary, holders },
        usedAt: times.get(group.id) ?? 0,
        key: `${name} ${folded(group.id)} ${owners}`,
        order: placed(name),
      };
    })
    .sort(byUse);
}

/** With the chains among them, each by the group that it hands out now; where none has room, by the first that is known. */
export function withChains(groups: readonly Candidate[], chains: readonly ChainView[]): readonly Candidate[] {
  if (chains.length === 0) return groups;
  const known = new Map(groups.map((one) => [one.group.id, one]));
  const found = chains.flatMap((chain) => {
    const handed = chain.handing.place === undefined ? undefined : chain.cells[chain.handing.place];
    const places = handed ? [handed] : chain.cells;
    const shown = places.flatMap(({ group }) => known.get(group) ?? [])[0];
    if (!shown) return [];
    const usedAt = Math.max(...chain.groups.map((group) => known.get(group)?.usedAt ?? 0));
    const key = folded(chain.name);
    return [{ ...shown, chain, usedAt, order: placed(key), key }];
  });
  return [...found, ...groups].sort(byUse);
}

/** Tells a group from the groups in a row that hand it out. */
export function candidateId({ group, chain }: Pick<Candidate, 'group' | 'chain'>): string {
  return chain ? `chain ${chain.id}` : group.id;
}

function together(rolls: readonly Roll[]): ReadonlyMap<GroupId, readonly Holding[]> {
  const found = new Map<GroupId, Holding[]>();
  for (const { account, groups } of rolls) {
    for (const group of groups) {
      const holders = found.get(group.id);
      if (holders) holders.push({ account, group });
      else found.set(group.id, [{ account, group }]);
    }
  }
  return found;
}

function primaryAmong(
  holders: readonly Holding[],
  known: ReadonlyMap<AccountId, Known['accounts'][number]>,
  primaries: Known['primaries'],
): AccountId | undefined {
  const [first] = holders;
  if (holders.length < 2 || !first) return first?.account;
  const all = holders.map(({ account, group: { admin } }) => {
    const { allowed, copyOnly } = known.get(account) ?? { allowed: false, copyOnly: true };
    return { account, admin, barred: !allowed || copyOnly };
  });
  return primaryOf(all, primaries[first.group.id]);
}

/** Those in which every word of the query occurs, in the same order. Case and accents do not matter. */
export function findGroups(all: readonly Candidate[], query: string): readonly Candidate[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? all : all.filter(({ key }) => words.every((word) => key.includes(word)));
}

/**
 * The search of one list. The question asked last is not looked for twice: a key asks it, and then the face it draws. And
 * whoever types on looks only among what was found: every word asked for before is still asked for, or the beginning of one.
 */
export function searching(all: readonly Candidate[]): (query: string) => readonly Candidate[] {
  let last: Searched = { query: '', text: '', found: all };
  return (query) => {
    if (query === last.query) return last.found;
    const text = folded(query);
    const found = findGroups(text.startsWith(last.text) ? last.found : all, query);
    last = { query, text, found };
    return found;
  };
}

interface Searched {
  readonly query: string;
  /** The question, folded. */
  readonly text: string;
  readonly found: readonly Candidate[];
}

/** Where one of them stands in a list, by its `candidateId`; -1 where it does not. */
export function placeOf(all: readonly Candidate[], id: string): number {
  return all.findIndex((one) => candidateId(one) === id);
}

const plain = /^[\x20-\x7E]*$/;
const unplaced = /^[^\p{L}\p{N}]+/u;

/** Where a folded name stands in the alphabet. */
function placed(name: string): string {
  return (/^[a-z\d]/.test(name) ? name : name.replace(unplaced, '')) || last;
}

/** Without case and accents. */
export function folded(text: string): string {
  // Most names have neither accents nor signs, and a popup folds ten thousand of them before its list stands.
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

// Comparing folded keys is fifty times as quick as a collator, and a popup sorts ten thousand of them before it shows.
function byUse(a: Candidate, b: Candidate): number {
  return b.usedAt - a.usedAt || rank(a) - rank(b) || (a.order < b.order ? -1 : Number(a.order > b.order));
}

function rank({ chain, group: { admin } }: Candidate): number {
  if (chain) return -1;
  if (admin === undefined) return 1;
  return admin ? 0 : 2;
}
