import type { Ask } from './dialect.ts';
import { accounts, fewOf, type Group, type Person, peopleOf } from './group.ts';
import { pictureAddress } from './picture.ts';
import type { WasendPicks } from './wasend.ts';

/** The package's Group: whatsmeow's GroupInfo in camelCase, without any count. */
export function wasendGroup(group: Group, picks: WasendPicks): Record<string, unknown> {
  return { ...facts(group), participants: people(peopleOf(group), picks) };
}

export function wasendPeople(group: Group, picks: WasendPicks): Record<string, unknown>[] {
  return people(peopleOf(group), picks);
}

/** An invite query shows few members, and never whether a group is locked or for announcements. */
export function wasendInvite(group: Group, picks: WasendPicks): unknown {
  const seen = {
    ...facts({ ...group, announce: false, locked: false }),
    participants: people(fewOf(group), picks),
  };
  return picks.probe === 'sdk' ? seen : { success: true, data: { ...seen, participantsCount: group.size } };
}

export function wasendJoined(group: Group, { call }: Ask, picks: WasendPicks): unknown {
  const { id, subject: name, description, size: participantsCount } = group;
  const pictureUrl = pictureAddress(group, call.origin) ?? undefined;
  if (picks.join === 'sdk') return { id, name, participantsCount, description, pictureUrl };
  const settings = { infoAdminOnly: group.locked, messagesAdminOnly: group.announce };
  const [owner] = fewOf(group);
  return {
    success: true,
    group: {
      id,
      name,
      description,
      ownerJid: owner && jid(owner, picks),
      participantsCount,
      createdAt: when(group),
      settings,
      participants: people(peopleOf(group), picks),
    },
  };
}

const mostAtOnce = 100;

/** One page, fifty groups unless told otherwise, and never more than a hundred. */
export function wasendList({ world, account, call: { query } }: Ask, picks: WasendPicks): unknown {
  const wanted = query.get('search')?.toLowerCase() ?? '';
  const all = world.groupsOf(account).filter(({ subject }) => subject.toLowerCase().includes(wanted));
  const limit = Math.min(mostAtOnce, Math.max(1, whole(query.get('limit'), 50)));
  const offset = Math.max(0, whole(query.get('offset'), 0));
  const groups = sorted(all, query)
    .slice(offset, offset + limit)
    .map((group) => (query.get('exclude') === 'participants' ? facts(group) : wasendGroup(group, picks)));
  if (picks.list === 'sdk') return groups;
  return { groups, pagination: { total: all.length, limit, offset, hasMore: offset + limit < all.length } };
}

function sorted(groups: readonly Group[], query: URLSearchParams): Group[] {
  const keys: Readonly<Record<string, (group: Group) => string | number>> = {
    subject: ({ subject }) => subject,
    creation: ({ createdAt }) => createdAt,
    participantsCount: ({ size }) => size,
  };
  const key = keys[query.get('sortBy') ?? ''] ?? (({ id }) => id);
  const way = query.get('sortOrder')?.toLowerCase() === 'desc' ? -1 : 1;
  return [...groups].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    return a < b ? -way : a > b ? way : 0;
  });
}

function whole(text: string | null, fallback: number): number {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? fallback : number;
}

/** A session, in the words of the gateway or, one level down, of the engine. */
export function wasendSession({ account, world }: Ask, picks: WasendPicks): unknown {
  const status = world.status(account);
  const outer = status === 'WORKING' ? picks.words : status === 'FAILED' ? 'ERROR' : status;
  const session = {
    uniqueSessionId: account,
    sessionName: account,
    phoneNumber: `+${accounts[account]?.phone}`,
    status: outer,
    createdAt: '2025-11-03T08:00:00.000Z',
    updatedAt: '2026-01-12T08:00:00.000Z',
    config: { enableAccountProtection: true, enableMessageLogging: true, enableWebhook: false },
  };
  if (picks.session === 'flat') return session;
  const engine = { grpc: { client: 'READY', stream: 'READY' }, gows: { found: true, connected: status === 'WORKING' } };
  if (picks.session === 'sdk') return { ...session, name: account, engine };
  return { session: { ...session, status: 'CREATED' }, downstream: { name: account, status, engine } };
}

export function wasendAccount(account: string): unknown {
  return { id: `acc_${account}`, name: accounts[account]?.name };
}

function facts(group: Group): Record<string, unknown> {
  const [owner] = fewOf(group);
  return {
    jid: group.id,
    ownerJid: owner && `${owner.phone}@s.whatsapp.net`,
    ownerPn: owner && `${owner.phone}@s.whatsapp.net`,
    name: group.subject,
    nameSetAt: when(group),
    topic: group.description,
    isLocked: group.locked,
    isAnnounce: group.announce,
    isEphemeral: false,
    isParent: group.kind === 'community',
    linkedParentJid: group.parent ?? '',
    isDefaultSubGroup: group.kind === 'announcement',
    isJoinApprovalRequired: group.approval,
    defaultMembershipApprovalMode: '',
    groupCreated: when(group),
    creatorCountryCode: 'FR',
    memberAddMode: 'admin_add',
  };
}

function people(persons: readonly Person[], picks: WasendPicks): Record<string, unknown>[] {
  return persons.map((person) => ({
    jid: jid(person, picks),
    phoneNumber: `${person.phone}@s.whatsapp.net`,
    lid: `${person.lid}@lid`,
    isAdmin: person.role !== 'participant',
    isSuperAdmin: person.role === 'superadmin',
    displayName: person.name,
  }));
}

function jid({ phone, lid }: Person, picks: WasendPicks): string {
  return picks.people === 'lid' ? `${lid}@lid` : `${phone}@s.whatsapp.net`;
}

const when = ({ createdAt }: Group): string => new Date(createdAt * 1000).toISOString();
