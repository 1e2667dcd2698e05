import * as v from 'valibot';
import { isDemoCode } from '../../demo';
import { bareCode, type InviteCode } from '../../invite-link';
import type { Group, GroupId } from '../../model/group';
import { Trouble } from '../../trouble';

/** WhatsApp's limit of members. */
export const capacity = 1_024;
/** What is kept must not grow for ever. */
export const mostCodes = 100;
export const mostSent = 50;
export const longestText = 4_000;

const text = v.pipe(v.string(), v.maxLength(longestText));
const code = v.custom<InviteCode>((value) => typeof value === 'string' && isDemoCode(value) && !!bareCode(value));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const groupShape = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{18}@g\.us$/)),
  name: text,
  description: text,
  /** In ms. */
  createdAt: whole,
  kind: v.picklist(['group', 'community', 'announcements', 'subgroup']),
  /** How many members, the demo's own account among them where it is one. */
  size: v.pipe(whole, v.maxValue(capacity)),
  /** What the demo's account is in it. `barred`: an admin removed it earlier. */
  mine: v.picklist(['owner', 'admin', 'member', 'none', 'barred']),
  approval: v.boolean(),
  /** Whether the demo's account has asked to join. */
  asked: v.boolean(),
  /** Whether every member may read the link. */
  shared: v.boolean(),
  /** Every code it has had; the last one is the current one. */
  codes: v.pipe(v.array(code), v.minLength(1), v.maxLength(mostCodes)),
});

const worldShape = v.object({
  version: v.literal(1),
  /** The session's state: `WORKING`. */
  state: text,
  me: v.object({ phone: text, lid: text, name: text }),
  groups: v.pipe(v.array(groupShape), v.maxLength(200)),
  /** What was sent, the newest last. */
  sent: v.pipe(v.array(v.object({ at: whole, to: text, text })), v.maxLength(mostSent)),
});

export type DemoGroup = v.InferOutput<typeof groupShape>;
export type World = v.InferOutput<typeof worldShape>;

/** The world as it was kept; undefined where there is none, or one that cannot be read. */
export function worldIn(kept: unknown): World | undefined {
  const found = v.safeParse(worldShape, kept);
  return found.success ? found.output : undefined;
}

export function isIn({ mine }: DemoGroup): boolean {
  return isAdmin({ mine }) || mine === 'member';
}

export function isAdmin({ mine }: Pick<DemoGroup, 'mine'>): boolean {
  return mine === 'owner' || mine === 'admin';
}

export function currentCode({ codes }: DemoGroup): InviteCode {
  const last = codes.at(-1);
  if (!last) throw new Trouble('no-code');
  return last;
}

/** A group that the demo's account is in. */
export function insideOf({ groups }: World, id: GroupId): DemoGroup {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new Trouble('no-such-group');
  if (!isIn(group)) throw new Trouble('not-member');
  return group;
}

/** The group that a code leads to. Of codes that are none of the demo's nobody here can tell anything. */
export function behind({ groups }: World, code: InviteCode): DemoGroup {
  if (!isDemoCode(code)) throw new Trouble('no-source');
  const group = groups.find(({ codes }) => codes.includes(code));
  if (!group) throw new Trouble('link-invalid');
  if (currentCode(group) !== code) throw new Trouble('link-retired');
  return group;
}

/** A group as every make tells of it. */
export function toldOf(group: DemoGroup): Group {
  const { id, name, kind, size, approval, createdAt } = group;
  return { id, name, kind, size: { count: size, atLeast: false }, admin: isAdmin(group), approval, createdAt };
}
