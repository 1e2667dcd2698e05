import { isDemoCode } from './demo';
import { isolated } from './handout/clean-name';
import type { GroupKind } from './model/group';
import type { Own, Sight, Source, Verdict } from './model/sight';
import { ago, day, moment } from './times';
import { troubleWords } from './wording';
import { say, type Word } from './words';

const kinds: Readonly<Record<GroupKind, Word>> = {
  group: 'kindGroup',
  community: 'kindCommunity',
  announcements: 'kindAnnouncements',
  subgroup: 'kindSubgroup',
};

/** "community"; nothing for a plain group, which needs no word. */
function kindWords({ kind, parent }: Pick<Sight, 'kind' | 'parent'>): string | undefined {
  if (parent) return say('kindInside', isolated(parent));
  return kind && kind !== 'group' ? say(kinds[kind]) : undefined;
}

/** "Community · created on 3 March 2024"; nothing where neither is known. */
export function moreWords(sight: Pick<Sight, 'kind' | 'parent' | 'createdAt'>): string {
  const { createdAt } = sight;
  return [kindWords(sight), createdAt !== undefined && say('createdOn', day(createdAt))].filter(Boolean).join(' · ');
}

const meanings: Readonly<Record<Exclude<Verdict, 'unknown'>, Word>> = {
  live: 'meansLive',
  approval: 'meansApproval',
  full: 'meansFull',
  retired: 'meansRetired',
  invalid: 'meansInvalid',
};

/** What a verdict means for whoever holds the link; for "cannot tell" the cause, and what to do. */
export function meaningOf(sight: Pick<Sight, 'code' | 'verdict' | 'trouble' | 'sources'>): string {
  const { code, verdict, trouble, sources } = sight;
  if (trouble?.kind === 'no-source' && isDemoCode(code)) return say('demoClosedNext');
  if (verdict === 'unknown') {
    const { what, next } = troubleWords(trouble ?? { kind: 'unexpected' });
    return `${what} ${next}`;
  }
  // The public page never knows whether one may join.
  if (verdict === 'live' && !sources.includes('gateway')) return say('meansResolves');
  return say(meanings[verdict]);
}

/** "Yours, retired on 3 March"; with the time it was seen. */
export function ownWords(own: Own, now: number): string {
  if (own.code === 'retired' && own.retired) {
    return say(own.retired.byUs ? 'ownRetired' : 'ownReplaced', moment(own.retired.at));
  }
  const words = { admin: 'ownAdmin', member: 'ownMember', past: 'ownPast' } as const;
  return say(words[own.relation], ago(own.seenAt, now));
}

/** "Seen 2 min. ago through your account". */
export function seenWords(sight: Pick<Sight, 'code' | 'seenAt' | 'sources'>, now: number): string {
  const { code, seenAt, sources } = sight;
  const word = sources.length > 0 && isDemoCode(code) ? 'seenInDemo' : sourceWord(sources);
  return say(word ?? 'seenWhen', ago(seenAt, now));
}

function sourceWord(sources: readonly Source[]): Word | undefined {
  if (sources.length > 1) return 'seenThroughBoth';
  const words = { gateway: 'seenThroughAccount', page: 'seenOnPage' } as const;
  return sources[0] && words[sources[0]];
}
