import type { Engine } from './engines.ts';
import { type Group, peopleOf } from './group.ts';

/** A page of groups as WAHA cuts it: `limit`, `offset`, `sortBy`, `sortOrder`, `exclude=participants`. */
function pageOf(groups: readonly Group[], query: URLSearchParams): Group[] {
  const key = query.get('sortBy') === 'subject' ? 'subject' : 'id';
  const way = query.get('sortOrder')?.toLowerCase() === 'desc' ? -1 : 1;
  const sorted = [...groups].sort((one, other) => (one[key] < other[key] ? -way : way));
  const offset = Number(query.get('offset') ?? 0) || 0;
  const limit = Number(query.get('limit') ?? 0) || sorted.length;
  return sorted.slice(offset, offset + limit);
}

export function listed(engine: Engine, groups: readonly Group[], query: URLSearchParams): unknown {
  const drawn = pageOf(groups, query).map((group) => engine.group(group, peopleOf(group)));
  return engine.list(query.get('exclude') === 'participants' ? drawn.map(withoutPeople) : drawn);
}

function withoutPeople(group: Record<string, unknown>): Record<string, unknown> {
  const { participants: _, Participants: __, groupMetadata: inner, ...rest } = group;
  return typeof inner === 'object' ? { ...rest, groupMetadata: withoutPeople({ ...inner }) } : rest;
}
