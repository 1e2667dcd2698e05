import type { Group, Size } from '../model/group';
import { Trouble } from '../trouble';
import { factsIn, unwrapped } from './facts-in';
import { count, fieldAs, isGroupId, isRaw, known, type Raw } from './fields-in';
import { adminAmong, membersIn, membersOf } from './people-in';

export const sizeNames = [
  ...['size', 'participantsCount', 'participantCount', 'ParticipantCount', 'participant_count', 'contactsCount'],
];

/** Every group of a list, each once and without its description. `me` are this account's own ids. */
export function groupsIn(value: unknown, me: readonly string[]): Group[] {
  const items = itemsIn(value);
  const groups = items?.flatMap((item) => groupFrom(item, me) ?? []);
  if (!items || !groups || (items.length > 0 && groups.length === 0)) throw new Trouble('not-a-gateway');
  const bare = groups.map(({ description: _, ...group }) => group);
  return [...new Map(bare.map((group) => [group.id, group])).values()];
}

export function groupIn(value: unknown, me: readonly string[]): Group {
  const group = groupFrom(value, me);
  if (!group) throw new Trouble('not-a-gateway');
  return group;
}

/** Who "I" am, asked only where an answer names members to find me among. */
export async function meFor(value: unknown, whoAmI: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const named = (itemsIn(value) ?? [value]).some((item) => membersOf(unwrapped(item) ?? {}) !== undefined);
  return named ? whoAmI() : [];
}

/** Whether a page of a list says that it is the last; undefined where it does not speak of pages. */
export function isLastPage(value: unknown): boolean | undefined {
  const pages = isRaw(value) && Object.hasOwn(value, 'pagination') ? value.pagination : undefined;
  return isRaw(pages) ? pages.hasMore === false : undefined;
}

function groupFrom(value: unknown, me: readonly string[]): Group | undefined {
  const raw = unwrapped(value);
  const { id, name = '', ...facts } = raw ? factsIn(raw) : {};
  if (!raw || id === undefined) return undefined;
  const members = membersOf(raw);
  const admin = members && adminAmong(membersIn(members), me);
  return known({ id, name, ...facts, size: sizeIn(raw, members?.length), admin });
}

/** From within a group its list of members is whole, so its length will do where nobody counted. */
function sizeIn(raw: Raw, members?: number): Size | undefined {
  const told = fieldAs(raw, sizeNames, count) || members;
  return told ? { count: told, atLeast: false } : undefined;
}

/** The entries of a list: an array, an array or object in a wrapper, or an object keyed by group id (Baileys). */
function itemsIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRaw(value) || depth > 2) return undefined;
  const inner = ['groups', 'data', 'results', 'response'].find((name) => Object.hasOwn(value, name));
  if (inner !== undefined) return itemsIn(value[inner], depth + 1);
  const entries = Object.entries(value);
  if (!entries.every(([key]) => isGroupId(key))) return undefined;
  return entries.map(([id, item]) => (isRaw(item) ? { id, ...item } : undefined));
}
