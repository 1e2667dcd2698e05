import * as v from 'valibot';
import type { GroupId } from '../model/group';

/** An object off the wire: nothing is known of it yet. */
export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these fields that is there and not null. Own fields only: `__proto__` and `constructor` are no answers. */
export function field(raw: Raw, names: readonly string[]): unknown {
  return names.map((name) => (Object.hasOwn(raw, name) ? raw[name] : undefined)).find((value) => value != null);
}

/** The first of these fields that the schema takes; one of another shape hides none behind it. */
export function fieldAs<Kind>(
  raw: Raw,
  names: readonly string[],
  schema: v.GenericSchema<unknown, Kind>,
): Kind | undefined {
  for (const name of names) {
    const parsed = v.safeParse(schema, field(raw, [name]));
    if (parsed.success) return parsed.output;
  }
  return undefined;
}

export const text = v.string();
export const flag = v.boolean();
export const list = v.array(v.unknown());
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const groupId = v.pipe(v.string(), v.maxLength(60), v.regex(/^[\d-]+@g\.us$/));

/** An id as text; whatsapp-web.js wraps its ids in objects. */
export function idText(value: unknown): string | undefined {
  const id = isRaw(value) ? field(value, ['_serialized', 'id']) : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

export function groupIdIn(raw: Raw): GroupId | undefined {
  const ids = ['id', 'jid', 'JID', 'group_id', 'groupJid', 'gid'].map((name) => idText(field(raw, [name])));
  return ids.find((id) => v.is(groupId, id));
}

export function isGroupId(value: unknown): value is GroupId {
  return v.is(groupId, value);
}

/** At most `most` signs, no half of a surrogate pair at the end. */
export function cut(words: string, most: number): string {
  return words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

const earliest = Date.UTC(2009, 0);
const latest = Date.UTC(2100, 0);

/** A time in seconds, milliseconds or ISO, as ms since 1970; before WhatsApp was there, nothing happened. */
export function timeIn(raw: Raw, names: readonly string[]): number | undefined {
  const value = field(raw, names);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const date = typeof number === 'string' ? Date.parse(number) : Number.NaN;
  const ms = typeof number === 'number' ? number * (number < 1e11 ? 1000 : 1) : date;
  return ms > earliest && ms < latest ? Math.trunc(ms) : undefined;
}

/** The same without what is undefined: what a gateway did not say must not cover what we knew. */
export function known<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}
