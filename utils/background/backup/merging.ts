import type { BackupPart, SettingChange, SettingValue, Tally } from '../../keeping/model';
import type { GroupId, Roll } from '../../model/group';
import type { Sites } from '../../model/page';
import type { Settings } from '../../model/settings';
import type { Campaign, Chain, Rules } from '../../over-time/model';
import type { NamedCare } from './parts';

// What is here and what a backup holds, as one. Nothing is ever taken away by it: lists are joined, and what is empty in the
// file replaces nothing. The plan that is shown and the import that follows come from the same lines. All pure.

export interface Merged<T> {
  readonly value: T;
  readonly tally: Tally;
}

export interface MergedSettings<T> {
  readonly value: T;
  readonly changes: readonly SettingChange[];
}

interface Way<T> {
  readonly part: BackupPart;
  readonly join: (here: T, there: T) => T;
  readonly name: (one: T, key: string) => string;
}

/** Two tables by key. */
export function mergedTable<T>(
  here: Readonly<Record<string, T>>,
  there: Readonly<Record<string, T>>,
  { part, join, name }: Way<T>,
): Merged<Record<string, T>> {
  const all = new Map(Object.entries(here));
  const [fresh, changed]: [string[], string[]] = [[], []];
  let same = 0;
  for (const [key, one] of Object.entries(there)) {
    const old = all.get(key);
    const next = old === undefined ? one : join(old, one);
    if (old === undefined) fresh.push(name(next, key));
    else if (isSame(old, next)) same += 1;
    else changed.push(name(next, key));
    all.set(key, next);
  }
  return { value: Object.fromEntries(all), tally: { part, fresh, changed, same, refused: 0 } };
}

/** Two lists of things that have ids, in the order in which they are here. */
export function mergedList<T extends { readonly id: string }>(
  here: readonly T[],
  there: readonly T[],
  way: Way<T>,
): Merged<T[]> {
  const byId = (list: readonly T[]) => Object.fromEntries(list.map((one) => [`id ${one.id}`, one]));
  const { value, tally } = mergedTable(byId(here), byId(there), way);
  return { value: Object.values(value), tally };
}

export const careWay: Way<NamedCare> = {
  part: 'cares',
  join: (here, there) => ({ ...here, ...there, watch: here.watch || there.watch, name: there.name || here.name }),
  name: ({ name }, key) => name || key,
};

export const campaignWay: Way<Campaign> = {
  part: 'campaigns',
  join: (here, there) => ({
    ...there,
    ...{ groups: union(here.groups, there.groups), notes: there.notes || here.notes },
  }),
  name: ({ name }) => name,
};

export const chainWay: Way<Chain> = {
  part: 'chains',
  join: (here, there) => ({ ...here, ...there, groups: union(here.groups, there.groups) }),
  name: ({ name }) => name,
};

export const primaryWay: Way<string> = { part: 'primaries', join: (_, there) => there, name: (_, group) => group };

/** Settings that a file would change. An empty text replaces nothing, and a list that people fill is joined. */
export function mergedSettings(here: Settings, there: Partial<Settings>): MergedSettings<Settings> {
  const { joinOnly = [], greeting, ...rest } = there;
  const value = {
    ...here,
    ...rest,
    ...(greeting && { greeting }),
    joinOnly: union(here.joinOnly, joinOnly),
  };
  return { value, changes: changesOf(here, value) };
}

export function mergedRules(here: Rules, there: Partial<Rules>): MergedSettings<Rules> {
  const { freeze = [], notice, zone, ...rest } = there;
  const joined = new Map([...here.freeze, ...freeze].map((stretch) => [`${stretch.from} ${stretch.to}`, stretch]));
  const value = {
    ...here,
    ...rest,
    ...(notice && { notice }),
    ...(zone && { zone }),
    freeze: [...joined.values()],
  };
  return { value, changes: changesOf(here, value) };
}

export function mergedSites(here: Sites, there: Partial<Sites>): Merged<Sites> & MergedSettings<Sites> {
  const { everywhere = here.everywhere, on = [], off = [] } = there;
  const value = { everywhere, on: union(here.on, on), off: union(here.off, off) };
  const fresh = [...value.on.slice(here.on.length), ...value.off.slice(here.off.length)];
  const same = on.length + off.length - fresh.length;
  const changes = everywhere === here.everywhere ? [] : [{ name: 'everywhere', from: here.everywhere, to: everywhere }];
  return { value, changes, tally: { part: 'sites', fresh, changed: [], same, refused: 0 } };
}

type Used = readonly { readonly account: string; readonly group: GroupId; readonly at: number }[];

/** The groups used last: each once, the newest first. */
export function mergedUsed(here: Used, there: Used, most: number): Merged<Used[number][]> {
  const known = new Set(here.map(({ group }) => group));
  const byGroup = new Map<GroupId, Used[number]>();
  for (const one of [...here, ...there].toSorted((a, b) => b.at - a.at)) {
    if (!byGroup.has(one.group)) byGroup.set(one.group, one);
  }
  const value = [...byGroup.values()].slice(0, most);
  const fresh = value.filter(({ group }) => !known.has(group)).map(({ group }) => group);
  return { value, tally: { part: 'used', fresh, changed: [], same: there.length - fresh.length, refused: 0 } };
}

/** A list of groups: where none was ever taken here, the file's; else what was added to it by hand. */
export function mergedRoll(here: Roll, there: Roll): { readonly value: Roll; readonly fresh: readonly string[] } {
  const known = new Set(here.groups.map(({ id }) => id));
  const isNew = here.listedAt === undefined;
  const fresh = there.groups.filter(({ id, byHand }) => {
    const isFresh = !known.has(id) && (isNew || byHand);
    if (isFresh) known.add(id);
    return isFresh;
  });
  const listedAt = here.listedAt ?? there.listedAt;
  const value = {
    account: here.account,
    groups: [...here.groups, ...fresh],
    ...(listedAt !== undefined && { listedAt }),
  };
  return { value, fresh: fresh.map(({ name, id }) => name || id) };
}

/** What differs, by name. */
export function changesOf(here: object, next: object): SettingChange[] {
  return Object.entries(next).flatMap(([name, to]) => {
    const from: unknown = Reflect.get(here, name);
    return isSame(from, to) ? [] : [{ name, from: shownAs(from), to: shownAs(to) }];
  });
}

function shownAs(value: unknown): SettingValue {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : stretchWords(one)));
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  return value === undefined ? '' : stretchWords(value);
}

/** A stretch of time, or a fill: the numbers and days in it. */
function stretchWords(value: unknown): string {
  return value instanceof Object ? Object.values(value).join(' – ') : '';
}

export function union<T>(here: readonly T[], there: readonly T[]): T[] {
  return [...new Set([...here, ...there])];
}

/** Whether two values of the store are the same, in whatever order their fields stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
