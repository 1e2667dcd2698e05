import { engines } from './engines.ts';
import { type Group, isAdmin, type Person, peopleOf } from './group.ts';
import type { WppconnectPicks } from './wppconnect.ts';

const wid = (user: string, server = 'c.us') => ({ server, user, _serialized: `${user}@${server}` });

export const gid = (id: string) => wid(id.replace('@g.us', ''), 'g.us');
export const personId = ({ phone }: Person) => wid(phone);

/** A chat as the page serialises it: its name is the contact's, and the group's own facts lie inside. */
export function chatOf(group: Group, { ids }: WppconnectPicks): unknown {
  const { groupMetadata } = engines.WEBJS.group(group, peopleOf(group));
  const id = gid(group.id);
  const chat = {
    id,
    t: group.createdAt,
    unreadCount: 0,
    isReadOnly: false,
    msgs: null,
    kind: 'group',
    isBroadcast: false,
    isGroup: true,
    isUser: false,
    contact: { id, name: group.subject, type: 'in', formattedName: group.subject, profilePicThumbObj: { id, tag: '' } },
    groupMetadata: { ...without, ...(isRecord(groupMetadata) && groupMetadata) },
    presence: { id, chatstates: [] },
  };
  return ids === 'objects' ? chat : plain(chat);
}

const without = {
  pendingParticipants: [],
  pastParticipants: [],
  membershipApprovalRequests: [],
  subgroupSuggestions: [],
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The route of its own: little, and of the members only who is an admin. */
export function groupInfoOf(group: Group): unknown {
  return {
    id: group.id,
    name: group.subject,
    description: group.description,
    subject: group.subject,
    subjectUpdatedAt: group.createdAt,
    descriptionUpdatedAt: group.createdAt,
    createdAt: group.createdAt,
    lastActivityAt: group.createdAt,
    participants: peopleOf(group).map((person) => ({ id: `${person.phone}@c.us`, isAdmin: isAdmin(person.role) })),
  };
}

/** A contact: who somebody is, and not what they are in the group. */
export function contactOf(person: Person): unknown {
  return {
    id: personId(person),
    pushname: person.name,
    shortName: person.name,
    formattedName: `+${person.phone}`,
    isMe: false,
    isWAContact: true,
    profilePicThumbObj: {},
    msgs: null,
  };
}

/** As the page answers an invite query: every id written out. */
export function inviteOf(group: Group): unknown {
  return plain(engines.WEBJS.invite(group, true));
}

/** The same with its ids as text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('_serialized' in value) return value._serialized;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
