import type { Group } from '../../utils/model/group';
import type { InviteView } from '../../utils/model/invite';
import type { OwnVerdict } from '../../utils/own-verdicts';
import type { TroubleFacts } from '../../utils/trouble';
import type { Choice } from './choice';

interface Known {
  readonly view: InviteView | undefined;
  readonly trouble: TroubleFacts | undefined;
}

/** How many members a group takes. */
const places = 1024;

/** The places of a group; undefined for kinds that take more, or where we cannot know. */
export function placesOf({ kind }: Pick<Group, 'kind'>): number | undefined {
  return kind === 'community' || kind === 'announcements' ? undefined : places;
}

/** What can be said of an invite by what is known; undefined where there is none to speak of. */
export function verdictOf({ account, group }: Choice, { view, trouble }: Known): OwnVerdict | undefined {
  if (!view?.code) return undefined;
  const isUnasked = !account.allowed && view.through === undefined;
  if (trouble || isUnasked || view.open || view.seenAt === undefined) return 'unknown';
  return isFull(group) ? 'full' : 'live';
}

function isFull(group: Group): boolean {
  const limit = placesOf(group);
  return limit !== undefined && (group.size?.count ?? 0) >= limit;
}
