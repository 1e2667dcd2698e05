import type { Member } from '../../model/group';
import { type DemoGroup, isIn, type World } from './world';

/** Everybody in a group, always the same people: its owner, two admins, the demo's own account, and the rest. */
export function peopleOf(group: DemoGroup, { me }: World): Member[] {
  const own: Member[] = isIn(group) ? [{ id: `${me.phone}@c.us`, phone: me.phone, role: roleOf(group) }] : [];
  const others = Array.from({ length: group.size - own.length }, (_, nth) => stranger(group, nth));
  return [...others.slice(0, 3), ...own, ...others.slice(3)];
}

function roleOf({ mine }: DemoGroup): Member['role'] {
  return mine === 'owner' || mine === 'admin' ? mine : 'member';
}

/** Numbers that France keeps for films and books: nobody has them. */
function stranger({ id, mine }: DemoGroup, nth: number): Member {
  const number = (Number(id.slice(9, 18)) + nth * 7) % 10_000;
  const phone = `3363998${String(number).padStart(4, '0')}`;
  const first = mine === 'owner' ? 'admin' : 'owner';
  return { id: `${phone}@c.us`, phone, role: nth > 2 ? 'member' : nth === 0 ? first : 'admin' };
}
