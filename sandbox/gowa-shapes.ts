import { engines } from './engines.ts';
import type { GowaPicks } from './gowa.ts';
import { fewOf, type Group, isAdmin, type Person, peopleOf } from './group.ts';

const jidOf = ({ phone, lid }: Person, { people }: GowaPicks) =>
  people === 'lid' ? `${lid}@lid` : `${phone}@s.whatsapp.net`;

/** whatsmeow's own GroupInfo. Before the end of 2025 it did not count the members; they are all there. */
export function infoOf(group: Group, picks: GowaPicks): unknown {
  const { ParticipantCount, ...info } = engines.GOWS.group(group, []);
  return {
    ...info,
    ...(picks.version === 'devices' && { ParticipantCount }),
    Participants: peopleOf(group).map((person) => ({
      JID: jidOf(person, picks),
      PhoneNumber: `${person.phone}@s.whatsapp.net`,
      LID: `${person.lid}@lid`,
      IsAdmin: isAdmin(person.role),
      IsSuperAdmin: person.role === 'superadmin',
      DisplayName: '',
      Error: 0,
      AddRequest: null,
    })),
  };
}

/** A list of its own, in which the number is whatever stands before the `@`. */
export function participantsOf(group: Group, picks: GowaPicks): unknown {
  const participants = peopleOf(group).map((person) => ({
    jid: jidOf(person, picks),
    phone_number: jidOf(person, picks).split('@')[0],
    lid: `${person.lid}@lid`,
    display_name: person.name,
    is_admin: isAdmin(person.role),
    is_super_admin: person.role === 'superadmin',
  }));
  return { group_id: group.id, name: group.subject, participants };
}

/** What an invite query found: it counts the members that it was shown, and its flags are always false. */
export function inviteOf(group: Group): unknown {
  return {
    group_id: group.id,
    name: group.subject,
    topic: group.description,
    created_at: new Date(group.createdAt * 1000).toISOString(),
    participant_count: fewOf(group).length,
    is_locked: false,
    is_announce: false,
    is_ephemeral: false,
    description: group.description,
  };
}
