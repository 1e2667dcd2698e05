import type { GroupId, GroupKind } from '../model/group';
import { cut, field, fieldAs, flag, groupIdIn, idText, isRaw, known, type Raw, text, timeIn } from './fields-in';

/** What an answer about a group says whether one is in it or not. */
export interface GroupFacts {
  readonly id?: GroupId;
  readonly name?: string;
  readonly description?: string;
  readonly kind?: GroupKind;
  readonly approval?: boolean;
  readonly createdAt?: number;
}

const wrappers = ['data', 'group', 'groupInfo', 'results', 'response'];

/**
 * The object that speaks of the group, out of whatever a make wraps it in. WhatsApp Web keeps half of it one floor down, and
 * zapo-js what it does not speak of itself.
 */
export function unwrapped(value: unknown, depth = 0): Raw | undefined {
  if (!isRaw(value) || depth > 3) return undefined;
  const inner = groupIdIn(value) ? undefined : wrappers.map((name) => field(value, [name])).find(isRaw);
  if (inner) return unwrapped(inner, depth + 1);
  const metadata = field(value, ['groupMetadata']);
  const beneath = field(value, ['_data']);
  return { ...(isRaw(beneath) && beneath), ...value, ...(isRaw(metadata) && metadata) };
}

export function factsIn(raw: Raw): GroupFacts {
  const name = fieldAs(raw, ['subject', 'name', 'Name'], text);
  const description = fieldAs(raw, ['desc', 'description', 'topic', 'Topic'], text);
  return known({
    id: groupIdIn(raw),
    name: name === undefined ? undefined : cut(name, 200),
    description: description ? cut(description, 2_048) : undefined,
    kind: kindIn(raw),
    approval: approvalIn(raw),
    createdAt: timeIn(raw, ['creation', 'createdAt', 'created_at', 'groupCreated', 'GroupCreated']),
  });
}

const parentFlags = ['isParent', 'isCommunity', 'IsParent', 'isParentGroup'];
const announcementFlags = ['isDefaultSubGroup', 'isCommunityAnnounce', 'IsDefaultSubGroup', 'defaultSubgroup'];
const parentIds = ['linkedParent', 'linkedParentJid', 'linkedParentJID', 'LinkedParentJID', 'parentGroup'];

function kindIn(raw: Raw): GroupKind | undefined {
  const parent = fieldAs(raw, parentFlags, flag);
  if (parent) return 'community';
  if (fieldAs(raw, announcementFlags, flag)) return 'announcements';
  if (parentIds.some((name) => idText(field(raw, [name])))) return 'subgroup';
  return parent === false ? 'group' : undefined;
}

const approvalNames = [
  ...['joinApprovalMode', 'isJoinApprovalRequired', 'IsJoinApprovalRequired'],
  ...['membershipApprovalMode', 'newMembersApprovalRequired', 'membershipApprovalEnabled'],
];

/** A flag; some spell it as a word or a number. */
function approvalIn(raw: Raw): boolean | undefined {
  const value = field(raw, approvalNames);
  if (value === 'on' || value === 1) return true;
  if (value === 'off' || value === 0) return false;
  return typeof value === 'boolean' ? value : undefined;
}
