import type { Member } from '../model/group';
import { Trouble } from '../trouble';
import { field, fieldAs, flag, idText, isRaw, list, type Raw, text } from './fields-in';

/** A person's id in one spelling: no device, `@c.us` for phones. Bare numbers are phones. */
export function personId(value: unknown): string | undefined {
  const id = idText(value)?.slice(0, 80).trim().toLowerCase();
  const [, user, server] = /^\+?([\d ()-]*\d)(?:[:_.]\d+)*(?:@([a-z.]+))?$/.exec(id ?? '') ?? [];
  if (user === undefined) return undefined;
  const host = server === undefined || server === 's.whatsapp.net' ? 'c.us' : server;
  return `${user.replace(/\D/g, '')}@${host}`;
}

/** The members in an answer: a bare list, or one inside whatever a make wraps it in. */
export function membersIn(value: unknown, depth = 0): Member[] {
  if (Array.isArray(value)) return value.flatMap((item) => memberIn(item) ?? []);
  const inner = isRaw(value)
    ? field(value, ['participants', 'Participants', 'data', 'results', 'response'])
    : undefined;
  if (inner === undefined || depth > 3) throw new Trouble('not-a-gateway');
  return membersIn(inner, depth + 1);
}

/** The list of members inside a group, not looked at. */
export function membersOf(raw: Raw): readonly unknown[] | undefined {
  return fieldAs(raw, ['participants', 'Participants'], list);
}

/** Whether "I" am an admin; undefined where I am not among them, for lists may be partial. */
export function adminAmong(members: readonly Member[], me: readonly string[]): boolean | undefined {
  const own = members.find(({ id, phone }) => me.includes(id) || (phone !== undefined && me.includes(phone)));
  return own && own.role !== 'member';
}

function memberIn(item: unknown): Member | undefined {
  if (!isRaw(item)) return undefined;
  const id = personId(field(item, ['id', 'jid', 'JID', 'Jid', 'lid']));
  if (id === undefined || roleWord(item) === 'left') return undefined;
  const phone = personId(field(item, ['phoneNumber', 'PhoneNumber', 'pn', 'phone_number']));
  return { id, ...(phone && { phone }), role: roleIn(item) };
}

function roleIn(item: Raw): Member['role'] {
  const role = roleWord(item);
  if (role === 'superadmin' || fieldAs(item, ['isSuperAdmin', 'IsSuperAdmin'], flag)) return 'owner';
  return role === 'admin' || fieldAs(item, ['isAdmin', 'IsAdmin', 'admin'], flag) ? 'admin' : 'member';
}

function roleWord(item: Raw): string | undefined {
  return fieldAs(item, ['role', 'Role', 'admin'], text)?.toLowerCase();
}
