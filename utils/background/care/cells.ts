import type { AccountId } from '../../model/account';
import type { Group, GroupId, Size } from '../../model/group';
import { fillOf, limitOf } from '../../over-time/fill';
import type { Care, Cell, Chain, ChainView, Point, Rules } from '../../over-time/model';
import { nextCell } from '../../over-time/next-cell';
import { primaryOf } from '../../primary';
import { caresItem, chainsItem, rulesItem } from '../../store/care-items';
import { change, primariesItem, read } from '../../store/items';
import { readRoll } from '../../store/rolls';
import { lastPoints } from '../../store/sizes';
import { Trouble } from '../../trouble';
import { holdersIn, standings } from '../in-group';
import * as alerts from './alerts';
import { knownNames } from './known-names';
import { knownGroups, readableName } from './typed-wishes';

/** The chains, each with the cell that is handed out now. Out of the store alone. */
export async function list(): Promise<readonly ChainView[]> {
  return viewsOf(await read(chainsItem));
}

/** Keeps a chain; one without an id, or with one that is gone, is new. Throws `bad-field` or `bad-group-id`. */
export async function save({ id, name, groups, fill }: Chain): Promise<ChainView> {
  const before = (await read(chainsItem)).find((chain) => chain.id === id);
  const next: Chain = {
    ...{ id: before?.id ?? crypto.randomUUID(), name: readableName(name) },
    ...{ groups: await knownGroups(groups, before?.groups ?? []), ...(fill && { fill }) },
  };
  await change(chainsItem, (all) => {
    const isThere = all.some((chain) => chain.id === next.id);
    return isThere ? all.map((chain) => (chain.id === next.id ? next : chain)) : [...all, next];
  });
  const [view] = await viewsOf([next]);
  if (!view) throw new Trouble('unexpected');
  await told(view);
  return view;
}

export async function remove(id: string): Promise<readonly ChainView[]> {
  const left = await change(chainsItem, (all) => all.filter((chain) => chain.id !== id));
  await alerts.calm('last-cell', id);
  await alerts.calm('no-cell', id);
  return viewsOf(left);
}

/** Some groups were counted: tells of chains that hand out their last cell with room, or have none. */
export async function recounted(groups: readonly GroupId[]): Promise<void> {
  const all = await read(chainsItem);
  for (const view of await viewsOf(all.filter((chain) => groups.some((group) => chain.groups.includes(group))))) {
    await told(view);
  }
}

/** As long as a cell waits to be counted, nobody can tell that none has room. */
async function told({ id, name, cells, handing }: ChainView): Promise<void> {
  const { warn, prepare } = handing;
  const cause = { subject: id, chain: id, name };
  const next = prepare === undefined ? undefined : cells[prepare]?.name;
  if (warn === 'last') await alerts.raise({ kind: 'last-cell', ...cause, ...(next !== undefined && { next }) });
  else await alerts.calm('last-cell', id);
  if (warn === 'none' && !cells.some(({ state }) => state === 'unknown'))
    await alerts.raise({ kind: 'no-cell', ...cause });
  else await alerts.calm('no-cell', id);
}

/** What the store knows of the groups of chains. */
interface Known {
  readonly rules: Rules;
  readonly cares: Readonly<Record<GroupId, Care>>;
  readonly names: ReadonlyMap<GroupId, string>;
  readonly ways: ReadonlyMap<GroupId, Way>;
  readonly points: ReadonlyMap<GroupId, Point>;
}

/** How we come to a group. */
interface Way {
  readonly account?: AccountId | undefined;
  /** Whether some account of ours may read its link, as far as we know. */
  readonly isOpen: boolean;
  readonly listed?: { readonly size: Size; readonly at: number } | undefined;
}

async function viewsOf(chains: readonly Chain[]): Promise<ChainView[]> {
  if (chains.length === 0) return [];
  const known = await knownOf([...new Set(chains.flatMap(({ groups }) => groups))]);
  return chains.map((chain) => {
    const cells = chain.groups.map((group) => cellOf(group, chain, known));
    return { ...chain, cells, handing: nextCell(cells) };
  });
}

async function knownOf(groups: readonly GroupId[]): Promise<Known> {
  const [rules, cares, names, ways, points] = await Promise.all([
    ...([read(rulesItem), read(caresItem), knownNames(groups), waysTo(groups), lastPoints(groups)] as const),
  ]);
  return { rules, cares, names, ways, points };
}

async function waysTo(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, Way>> {
  const [all, chosen] = await Promise.all([standings(), read(primariesItem)]);
  const rolls = await Promise.all(all.map(({ account }) => readRoll(account.id)));
  return new Map(
    groups.map((group) => {
      const holders = holdersIn(all, group);
      const sizes = rolls.flatMap(({ groups: listed, listedAt = 0 }) => sizeIn(listed, group, listedAt));
      return [
        group,
        {
          account: primaryOf(holders, chosen[group]),
          isOpen: holders.some(({ admin }) => admin !== false),
          listed: sizes.toSorted((a, b) => b.at - a.at)[0],
        },
      ];
    }),
  );
}

function sizeIn(listed: readonly Group[], group: GroupId, at: number) {
  const size = listed.find(({ id }) => id === group)?.size;
  return size ? [{ size, at }] : [];
}

function cellOf(group: GroupId, chain: Chain, { rules, cares, names, ways, points }: Known): Cell {
  const { account, isOpen = false, listed } = ways.get(group) ?? {};
  const limit = limitOf(fillOf(group, { rules, cares, chains: [chain] }));
  const size = newer(points.get(group), listed);
  return {
    ...{ group, name: names.get(group) ?? group, limit, state: isOpen ? stateOf(size, limit) : 'closed' },
    ...(account !== undefined && { account }),
    ...(size && { size }),
  };
}

/** A list may hold sizes that it was not told anew. */
function newer(point: Point | undefined, listed: Way['listed']): Size | undefined {
  if (!point || (listed && listed.at > point.at)) return listed?.size;
  return { count: point.count, atLeast: point.atLeast ?? false };
}

function stateOf(size: Size | undefined, limit: number): Cell['state'] {
  if (size && size.count >= limit) return 'full';
  return size && !size.atLeast ? 'room' : 'unknown';
}
