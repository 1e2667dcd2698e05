import type { GroupId } from '../../model/group';
import { caresItem } from '../../store/care-items';
import { read } from '../../store/items';
import { newest } from '../../store/lineage';
import { standings } from '../in-group';

/** The names of those of these groups that we know: from the lists, else as they were last called; else by their ids. */
export async function knownNames(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, string>> {
  const [all, cares] = await Promise.all([standings(), read(caresItem)]);
  const pairs = await Promise.all(
    groups.map(async (group) => {
      const listed = all.flatMap((one) => one.groups.get(group) ?? []);
      const care = Object.hasOwn(cares, group) ? cares[group] : undefined;
      const name = listed.find((one) => one.name !== '')?.name || care?.name;
      const row = name ? undefined : await newest(group);
      return [group, listed.length > 0 || care || row ? name || row?.name || group : undefined] as const;
    }),
  );
  return new Map(pairs.flatMap(([group, name]) => (name === undefined ? [] : [[group, name] as const])));
}
