import { type InviteCode, inviteUrl } from '../invite-link';
import type { Sight } from '../model/sight';
import { csv, iso } from './csv';

/** One invite of a page, with what was seen behind it, where anybody has looked. */
export interface Found {
  readonly code: InviteCode;
  readonly sight?: Sight | undefined;
}

/** What is said of one invite. Of the user's own accounts nothing, but for groups that are theirs. */
export interface FoundRow {
  readonly link: string;
  readonly verdict: string;
  readonly cause?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly community?: string;
  readonly members?: number;
  /** Whether there are more members than were counted. */
  readonly membersAtLeast?: boolean;
  readonly description?: string;
  /** ISO 8601, as `seen` is. */
  readonly created?: string;
  readonly seen?: string;
  readonly sources?: readonly string[];
  readonly own?: string;
  readonly ownCode?: string;
  readonly currentLink?: string;
}

/** A row for each invite; the verdict of one that nobody has looked at is `not looked at`. */
export function foundRows(found: readonly Found[]): FoundRow[] {
  return found.map(({ code, sight }) => {
    const link = inviteUrl(code);
    return sight ? { link, ...seen(sight), ...ours(sight) } : { link, verdict: 'not looked at' };
  });
}

function seen(sight: Sight): Omit<FoundRow, 'link'> {
  const { verdict, trouble, name, kind, parent, size, description, createdAt, seenAt, sources } = sight;
  return {
    verdict,
    ...(trouble && { cause: trouble.kind }),
    ...(name !== undefined && { name }),
    ...(kind && { kind }),
    ...(parent && { community: parent }),
    ...(size && { members: size.count, ...(size.atLeast && { membersAtLeast: true }) }),
    ...(description && { description }),
    ...(createdAt !== undefined && { created: iso(createdAt) }),
    seen: iso(seenAt),
    sources,
  };
}

function ours({ own }: Sight): Pick<FoundRow, 'own' | 'ownCode' | 'currentLink'> {
  if (!own) return {};
  const current = own.inside?.current;
  return { own: own.relation, ownCode: own.code, ...(current && { currentLink: inviteUrl(current) }) };
}

const columns = [
  ...['link', 'verdict', 'cause', 'name', 'kind', 'community', 'members', 'membersAtLeast', 'description'],
  ...['created', 'seen', 'sources', 'own', 'ownCode', 'currentLink'],
] as readonly (keyof FoundRow)[];

/** A table for a spreadsheet; nothing in it can run as a formula. */
export function sightsCsv(found: readonly Found[]): string {
  return csv(columns, foundRows(found));
}

/** The same rows as JSON, with the page they were found on. */
export function sightsJson(found: readonly Found[], about: { readonly page: string; readonly now: number }): string {
  return `${JSON.stringify({ page: about.page, saved: iso(about.now), invites: foundRows(found) }, null, 2)}\n`;
}
