import type { Group, GroupId, Roll } from '../model/group';
import { Trouble } from '../trouble';

/** The group of a roll; one that is not on it is known by its id alone. */
export function groupOf(roll: Roll, id: GroupId): Group {
  return roll.groups.find((group) => group.id === id) ?? { id, name: '' };
}

/** A typed group id, `@g.us` added where it was left out. Throws `bad-group-id`. */
export function groupId(typed: string): GroupId {
  const id = /^([\d-]{5,40})(@g\.us)?$/.exec(typed.trim())?.[1];
  if (!id) throw new Trouble('bad-group-id', { field: 'group' });
  return `${id}@g.us`;
}
