import type { InviteCode } from '../../invite-link';
import type { GroupId } from '../../model/group';
import type { Joined } from '../../model/join';
import { Trouble } from '../../trouble';
import { mintedCode } from './mint';
import {
  behind,
  capacity,
  type DemoGroup,
  insideOf,
  isAdmin,
  longestText,
  mostCodes,
  mostSent,
  type World,
} from './world';

/** The world after something was done in it, and what is said of that. */
export interface Done<Answer> {
  readonly world: World;
  readonly answer: Answer;
}

export function revoked(world: World, id: GroupId): Done<InviteCode> {
  const group = insideOf(world, id);
  if (!isAdmin(group)) throw new Trouble('not-admin');
  const answer = mintedCode();
  return { world: put(world, { ...group, codes: [...group.codes, answer].slice(-mostCodes) }), answer };
}

export function joined(world: World, code: InviteCode): Done<Joined> {
  const group = behind(world, code);
  const { id, mine, size, approval } = group;
  if (mine === 'barred') throw new Trouble('removed');
  if (mine !== 'none') throw new Trouble('already-in');
  if (size >= capacity) throw new Trouble('full');
  if (approval) return { world: put(world, { ...group, asked: true }), answer: { outcome: 'asked', group: id } };
  const inside = { ...group, mine: 'member', size: size + 1 } as const;
  return { world: put(world, inside), answer: { outcome: 'joined-or-asked', group: id } };
}

export function left(world: World, id: GroupId): Done<void> {
  const group = insideOf(world, id);
  return { world: put(world, { ...group, mine: 'none', size: group.size - 1 }), answer: undefined };
}

export function sent(world: World, message: { readonly to: GroupId; readonly text: string }): Done<void> {
  const { to, text } = message;
  const group = insideOf(world, to);
  if (group.kind === 'announcements' && !isAdmin(group)) throw new Trouble('not-admin');
  const kept = { at: Date.now(), to, text: text.slice(0, longestText) };
  return { world: { ...world, sent: [...world.sent, kept].slice(-mostSent) }, answer: undefined };
}

function put(world: World, changed: DemoGroup): World {
  return { ...world, groups: world.groups.map((group) => (group.id === changed.id ? changed : group)) };
}
