import { type Engine, engines, ownerOf } from './engines.ts';
import { fewOf, type Group, type Person } from './group.ts';

const jid = (phone: string) => `${phone}@s.whatsapp.net`;
const cus = (phone: string) => `${phone}@c.us`;

/** wppconnect: a chat of wa-js with its metadata inside, and ids as text. */
const wpp: Engine = {
  group: (group, people) => ({
    id: group.id,
    name: group.subject,
    formattedTitle: group.subject,
    isGroup: true,
    unreadCount: 0,
    t: group.createdAt,
    groupMetadata: { ...wppMetadata(group), participants: people.map(wpp.person) },
  }),
  invite: (group, counted) => ({
    ...wppMetadata({ ...group, announce: false, locked: false }),
    ...(!counted && { size: 1 }),
    status: 200,
    participants: fewOf(group).map(wpp.person),
  }),
  person: ({ phone, role }) => ({
    id: cus(phone),
    isAdmin: role !== 'participant',
    isSuperAdmin: role === 'superadmin',
  }),
  list: (groups) => groups,
};

function wppMetadata(group: Group): Record<string, unknown> {
  return {
    id: group.id,
    subject: group.subject,
    desc: group.description,
    size: group.size,
    creation: group.createdAt,
    owner: cus(ownerOf(group)),
    announce: group.announce,
    restrict: group.locked,
    isParentGroup: group.kind === 'community',
    defaultSubgroup: group.kind === 'announcement',
    membershipApprovalMode: group.approval,
    parentGroup: group.parent,
  };
}

/** zapo-js: a few plain facts, and the library's own object in `_data`; an invite query shows that object alone. */
const zapo: Engine = {
  group: (group, people) => ({
    id: group.id,
    subject: group.subject,
    description: group.description || null,
    owner: cus(ownerOf(group)),
    creation: group.createdAt,
    participants: people.map(zapo.person),
    _data: { ...zapoMetadata(group), participants: people.map(zapoPerson) },
  }),
  invite: (group, counted) => ({
    ...zapoMetadata({ ...group, announce: false, locked: false }),
    ...(!counted && { size: fewOf(group).length }),
    participants: fewOf(group).map(zapoPerson),
  }),
  person: ({ phone, role }) => ({ id: cus(phone), role }),
  list: (groups) => groups,
};

function zapoMetadata(group: Group): Record<string, unknown> {
  return {
    jid: group.id,
    subject: group.subject,
    owner: jid(ownerOf(group)),
    creation: group.createdAt,
    desc: group.description || undefined,
    restrict: group.locked,
    announce: group.announce,
    size: group.size,
    isParentGroup: group.kind === 'community',
    defaultSubgroup: group.kind === 'announcement',
    generalSubgroup: false,
    membershipApprovalEnabled: group.approval,
    linkedParentJid: group.parent,
    suspended: false,
  };
}

function zapoPerson({ phone, role }: Person): Record<string, unknown> {
  return {
    jid: jid(phone),
    type: role,
    isAdmin: role !== 'participant',
    isSuperAdmin: role === 'superadmin',
  };
}

/** The engines that WAHA runs on. */
export const wahaEngines = { ...engines, WPP: wpp, ZAPO: zapo } as const;
