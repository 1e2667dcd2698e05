import { fewOf, type Group, type Person } from './group.ts';

/** How a library that speaks to WhatsApp spells groups and members. */
export interface Engine {
  /** As in the list and in full info. */
  group(group: Group, people: readonly Person[]): Record<string, unknown>;
  /** As in the answer to an invite query: few members, flags unreliable; `counted` when the size is honest. */
  invite(group: Group, counted: boolean): Record<string, unknown>;
  person(person: Person): Record<string, unknown>;
  /** Gathers a list of groups. */
  list(groups: readonly Record<string, unknown>[]): unknown;
}

const wid = (user: string, server = 'c.us') => ({ server, user, _serialized: `${user}@${server}` });
const gid = (id: string) => wid(id.replace('@g.us', ''), 'g.us');
const jid = (phone: string) => `${phone}@s.whatsapp.net`;

export const ownerOf = (group: Group): string => fewOf(group)[0]?.phone ?? '';

/** whatsapp-web.js: ids are objects, and a group is a chat with its metadata inside. */
const webjs: Engine = {
  group: (group, people) => ({
    id: gid(group.id),
    name: group.subject,
    isGroup: true,
    isReadOnly: false,
    unreadCount: 0,
    timestamp: group.createdAt,
    groupMetadata: { ...webjsMetadata(group), participants: people.map(webjs.person) },
  }),
  invite: (group, counted) => ({
    ...webjsMetadata(group),
    ...(!counted && { size: 1 }),
    announce: false,
    restrict: false,
    generalSubgroup: false,
    suspended: false,
    support: false,
    status: 200,
    participants: fewOf(group).map(webjs.person),
  }),
  person: ({ phone, role }) => ({
    id: wid(phone),
    isAdmin: role !== 'participant',
    isSuperAdmin: role === 'superadmin',
  }),
  list: (groups) => groups,
};

function webjsMetadata(group: Group): Record<string, unknown> {
  return {
    id: gid(group.id),
    subject: group.subject,
    desc: group.description,
    size: group.size,
    creation: group.createdAt,
    owner: wid(ownerOf(group)),
    announce: group.announce,
    restrict: group.locked,
    isParentGroup: group.kind === 'community',
    defaultSubgroup: group.kind === 'announcement',
    membershipApprovalMode: group.approval,
    ...(group.parent && { parentGroup: gid(group.parent) }),
  };
}

/** Baileys: GroupMetadata, and the list is an object keyed by id. */
const noweb: Engine = {
  group: (group, people) => ({ ...nowebMetadata(group), participants: people.map(noweb.person) }),
  invite: (group, counted) => ({
    ...nowebMetadata(group),
    ...(!counted && { size: fewOf(group).length }),
    announce: false,
    restrict: false,
    participants: fewOf(group).map(noweb.person),
  }),
  person: ({ phone, role }) => ({ id: jid(phone), admin: role === 'participant' ? null : role }),
  list: (groups) => Object.fromEntries(groups.map((group) => [group.id, group])),
};

function nowebMetadata(group: Group): Record<string, unknown> {
  return {
    id: group.id,
    subject: group.subject,
    subjectOwner: jid(ownerOf(group)),
    subjectTime: group.createdAt,
    desc: group.description || undefined,
    size: group.size,
    creation: group.createdAt,
    owner: jid(ownerOf(group)),
    announce: group.announce,
    restrict: group.locked,
    isCommunity: group.kind === 'community',
    isCommunityAnnounce: group.kind === 'announcement',
    joinApprovalMode: group.approval,
    linkedParent: group.parent,
    memberAddMode: true,
  };
}

/** whatsmeow: capitalised keys. Older builds have no ParticipantCount. */
const gows: Engine = {
  group: (group, people) => ({ ...gowsInfo(group), Participants: people.map(gows.person) }),
  invite: ({ ...group }, counted) => ({
    ...gowsInfo({ ...group, announce: false, locked: false }),
    ...(!counted && { ParticipantCount: undefined }),
    Participants: fewOf(group).map(gows.person),
  }),
  person: ({ phone, lid, name, role }) => ({
    JID: jid(phone),
    PhoneNumber: jid(phone),
    LID: `${lid}@lid`,
    IsAdmin: role !== 'participant',
    IsSuperAdmin: role === 'superadmin',
    DisplayName: name,
  }),
  list: (groups) => groups,
};

function gowsInfo(group: Group): Record<string, unknown> {
  return {
    JID: group.id,
    OwnerJID: jid(ownerOf(group)),
    Name: group.subject,
    Topic: group.description,
    GroupCreated: new Date(group.createdAt * 1000).toISOString(),
    ParticipantCount: group.size,
    IsAnnounce: group.announce,
    IsLocked: group.locked,
    IsParent: group.kind === 'community',
    IsDefaultSubGroup: group.kind === 'announcement',
    IsJoinApprovalRequired: group.approval,
    LinkedParentJID: group.parent ?? '',
    MemberAddMode: 'admin_add',
    Suspended: false,
  };
}

export const engines = { WEBJS: webjs, NOWEB: noweb, GOWS: gows } as const;
