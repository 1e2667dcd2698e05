import type { EvolutionPicks } from './evolution.ts';
import { fewOf, type Group, type Person, peopleOf } from './group.ts';
import { pictureAddress } from './picture.ts';

type Raw = Record<string, unknown>;

/** As in the list and in full: the size is the number of members, and nothing is said of approval. */
export function evolutionGroup(group: Group, origin: string, members?: readonly Raw[]): Raw {
  return {
    id: group.id,
    subject: group.subject,
    ...owned(group),
    pictureUrl: pictureAddress(group, origin),
    size: group.size,
    creation: group.createdAt,
    desc: group.description || undefined,
    descId: group.description ? '3EB0C0FFEE' : undefined,
    restrict: group.locked,
    announce: group.announce,
    isCommunity: group.kind === 'community',
    isCommunityAnnounce: group.kind === 'announcement',
    linkedParent: group.parent,
    ...(members && { participants: members }),
  };
}

/** What an invite query tells, as Baileys hands it on: flags that are always false, few members, no picture. */
export function evolutionInvite(group: Group, picks: EvolutionPicks): Raw {
  const shown = fewOf(group);
  return {
    id: group.id,
    subject: group.subject,
    addressingMode: picks.people === 'lid' ? 'lid' : 'pn',
    ...owned(group),
    size: picks.size === 'whole' ? group.size : shown.length,
    creation: group.createdAt,
    desc: group.description || undefined,
    linkedParent: group.parent,
    ...{ restrict: false, announce: false },
    isCommunity: group.kind === 'community',
    isCommunityAnnounce: group.kind === 'announcement',
    joinApprovalMode: group.approval,
    memberAddMode: true,
    participants: shown.map((person) => member(person, picks)),
  };
}

export function evolutionPeople(group: Group, picks: EvolutionPicks): Raw[] {
  return peopleOf(group).map((person) => member(person, picks));
}

function member({ phone, lid, role }: Person, { people }: EvolutionPicks): Raw {
  const number = `${phone}@s.whatsapp.net`;
  const ids = people === 'lid' ? { id: `${lid}@lid`, phoneNumber: number } : { id: number };
  return { ...ids, admin: role === 'participant' ? null : role };
}

function owned(group: Group): Raw {
  const owner = `${fewOf(group)[0]?.phone}@s.whatsapp.net`;
  return { subjectOwner: owner, subjectTime: group.createdAt, owner };
}
