import { cleanName } from '../../handout/clean-name';
import type { GroupId } from '../../model/group';
import { Trouble } from '../../trouble';
import { groupId } from '../group-of';
import { knownNames } from './known-names';

/** A name that somebody can read. Throws `bad-field`. */
export function readableName(typed: string): string {
  if (cleanName(typed) === '') throw new Trouble('bad-field', { field: 'name' });
  return typed.trim();
}

/** Groups, each once, and each one that we know or that was there `before`. Throws `bad-field` or `bad-group-id`. */
export async function knownGroups(wanted: readonly string[], before: readonly GroupId[]): Promise<GroupId[]> {
  const groups = [...new Set(wanted.map(groupId))];
  const fresh = groups.filter((group) => !before.includes(group));
  const names = await knownNames(fresh);
  if (groups.length === 0 || !fresh.every((group) => names.has(group))) {
    throw new Trouble('bad-field', { field: 'groups' });
  }
  return groups;
}
