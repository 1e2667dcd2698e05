import { isNameOf } from '../handout/name-of';
import type { Group } from '../model/group';

/** Whether somebody has typed the group's name as our faces show it; its id, where it has none. */
export function isTypedName(typed: string, group: Pick<Group, 'name' | 'id'>): boolean {
  return isNameOf(group, typed);
}
