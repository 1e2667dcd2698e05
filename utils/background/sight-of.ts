import type { InviteCode } from '../invite-link';
import type { Group, GroupKind } from '../model/group';
import type { Own, Probe, Sight, Source, Verdict } from '../model/sight';
import { known } from '../providers/fields-in';
import type { Preview } from '../providers/preview-in';
import { Trouble, type TroubleKind } from '../trouble';
import type { Ours } from './own';

/** What was told of a link: by a gateway, and by the public page; nothing by whoever was not asked. */
export interface Told {
  readonly gateway?: Probe | Trouble | undefined;
  readonly page?: Preview | Trouble | undefined;
  readonly picture?: string | undefined;
}

/**
 * What a gateway's refusal says of the link itself. Every other one says nothing of it: a bare "not found" may be a path
 * that is not there, and some wrap every failure in it.
 */
const verdicts: Readonly<Partial<Record<TroubleKind, Verdict>>> = {
  'link-retired': 'retired',
  'link-invalid': 'invalid',
  full: 'full',
};

/** Refusals that hold although the link leads somewhere: the page shows where to, and changes nothing about them. */
const aboutJoining: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['locked', 'removed']);

/**
 * One sight out of what two sources told. What the gateway has seen counts before what the page has not; where the gateway
 * cannot tell, the page may. Nobody is made to say more than was said.
 */
export function sightOf(code: InviteCode, told: Told, now: number): Sight {
  const { gateway } = told;
  const seen = { code, seenAt: now };
  const page = told.page instanceof Trouble ? undefined : told.page;
  const shown = page?.state === 'active' ? factsOn(page, told.picture) : undefined;
  if (!(gateway instanceof Trouble)) return gateway ? throughGateway(gateway, shown) : onPage(told, seen, shown);
  const verdict = verdicts[gateway.kind];
  if (verdict === 'full') return { ...seen, ...shown, verdict, sources: sources(true, shown !== undefined) };
  if (verdict) {
    return { ...seen, verdict, sources: sources(true, page?.state === 'invalid') };
  }
  if (shown && aboutJoining.has(gateway.kind)) {
    return { ...seen, ...shown, verdict: 'unknown', trouble: gateway.facts, sources: ['page'] };
  }
  return onPage(told, seen, shown);
}

type Facts = Partial<Pick<Sight, 'name' | 'picture' | 'kind' | 'parent'>>;
type Seen = Pick<Sight, 'code' | 'seenAt'>;

function throughGateway(probe: Probe, shown: Facts | undefined): Sight {
  const { approval: _, name, ...facts } = probe;
  const all = known({ ...shown, ...facts, name: name || shown?.name || '' });
  return {
    ...all,
    verdict: standing({ ...all, approval: probe.approval }),
    sources: sources(true, adds(probe, shown)),
  };
}

function adds(probe: Probe, shown: Facts | undefined): boolean {
  if (!shown) return false;
  const { picture, parent, name, kind } = shown;
  return (
    picture !== undefined || parent !== undefined || (!probe.name && !!name) || (!probe.kind && kind !== undefined)
  );
}

/** What the page alone tells: that a link resolves, or that it opens nothing; never why. */
function onPage({ gateway, page }: Told, seen: Seen, shown: Facts | undefined): Sight {
  if (shown) return { ...seen, ...shown, verdict: 'live', sources: ['page'] };
  if (page && !(page instanceof Trouble)) return { ...seen, verdict: 'invalid', sources: ['page'] };
  const trouble = (gateway instanceof Trouble ? gateway : page)?.facts ?? { kind: 'no-source' };
  return { ...seen, verdict: 'unknown', trouble, sources: [] };
}

const kinds: Readonly<Record<NonNullable<Preview['linkType']>, GroupKind>> = {
  ...{ group: 'group', community: 'community', subgroup: 'subgroup', announcement: 'announcements' },
};

function factsOn({ name, linkType, parentName }: Preview, picture: string | undefined): Facts {
  return known({
    name: name ?? undefined,
    kind: linkType ? kinds[linkType] : undefined,
    parent: parentName ?? undefined,
    picture,
  });
}

function sources(gateway: boolean, page: boolean): Source[] {
  return [...(gateway ? (['gateway'] as const) : []), ...(page ? (['page'] as const) : [])];
}

/** WhatsApp's limit of members in a plain group. */
const capacity = 1_024;

/** What a good link is good for, by what is known of its group. */
export function standing({ size, kind, approval }: Pick<Group, 'size' | 'kind' | 'approval'>): Verdict {
  if (size && !size.atLeast && isFull(size.count, kind)) return 'full';
  return approval ? 'approval' : 'live';
}

/** The announcements of a community hold more: with more than fit into a plain group, it is something else. */
function isFull(count: number, kind: GroupKind | undefined): boolean {
  if (kind === undefined) return count === capacity;
  return (kind === 'group' || kind === 'subgroup') && count >= capacity;
}

/** The same, with what the store knows of it: a code that a group of ours has had before is a retired one. */
export function withOurs(sight: Sight, ours: Ours | undefined): Sight {
  if (!ours) return sight;
  const { own } = ours;
  const ending = own.retired?.at;
  if (ending === undefined || sight.verdict === 'retired') return { ...sight, own };
  const { trouble: _, ...rest } = sight;
  if (sight.verdict === 'invalid') return { ...rest, verdict: 'retired', own };
  // Nobody could tell, or what was seen is older than the ending.
  const isOutdated = sight.verdict === 'unknown' || sight.seenAt <= ending;
  return isOutdated ? { ...rest, verdict: 'retired', sources: ['gateway'], seenAt: ending, own } : { ...sight, own };
}

/** What the store alone says of a code of ours that nobody has looked behind. */
export function sightOfOurs(code: InviteCode, { own, group, isUnsettled, confirmedAt }: Ours): Sight | undefined {
  const { name, description, size, kind, createdAt } = group;
  if (own.retired) return { ...told(code, 'retired', own.retired.at), name, own };
  if (isUnsettled) {
    return { code, verdict: 'unknown', trouble: { kind: 'unsettled' }, sources: [], seenAt: own.seenAt, name, own };
  }
  if (own.code !== 'current' || confirmedAt === undefined) return undefined;
  const facts = known({ id: group.id, name, description, size, kind, createdAt });
  return { ...told(code, standing(group), confirmedAt), ...facts, own };
}

function told(
  code: InviteCode,
  verdict: Verdict,
  seenAt: number,
): Pick<Sight, 'code' | 'verdict' | 'sources' | 'seenAt'> {
  return { code, verdict, sources: ['gateway'], seenAt };
}

/**
 * What a page may know of it: nothing of accounts and hosts, no id (old ones hold the founder's number), and of a retired
 * code of ours not even the name, which nobody could learn from the link.
 */
export function forPage({ id: _, own, trouble, ...sight }: Sight): Sight {
  const wait = trouble?.waitMs === undefined ? {} : { waitMs: trouble.waitMs };
  const isOver = own?.code === 'retired' && sight.verdict === 'retired';
  const { code, verdict, sources, seenAt } = sight;
  return {
    ...(isOver ? { code, verdict, sources, seenAt } : sight),
    ...(trouble && { trouble: { kind: trouble.kind, ...wait } }),
    ...(own && { own: outside(own) }),
  };
}

function outside({ inside: _, ...own }: Own): Own {
  return own;
}
