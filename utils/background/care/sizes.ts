import type { Group, GroupId, Size } from '../../model/group';
import { fillOf, limitOf } from '../../over-time/fill';
import { forecast } from '../../over-time/forecast';
import type { AlertKind, Campaign, Care, Chain, Fill, Point, Rules, Series } from '../../over-time/model';
import { campaignsItem, caresItem, chainsItem, rulesItem } from '../../store/care-items';
import { read } from '../../store/items';
import { keepPoint, pointsOf } from '../../store/sizes';
import * as alerts from './alerts';
import { recounted } from './cells';
import { knownNames } from './known-names';

interface Wishes {
  readonly rules: Rules;
  readonly cares: Readonly<Record<GroupId, Care>>;
  readonly chains: readonly Chain[];
  readonly campaigns: readonly Campaign[];
}

/**
 * Counts that a gateway has just told, as it told them. Kept are those of groups that are looked after, stand in a chain
 * or in a campaign that runs. Never rejects.
 */
export async function counted(groups: readonly Pick<Group, 'id' | 'size'>[]): Promise<void> {
  await countedNow(groups).catch(() => undefined);
}

async function countedNow(groups: readonly Pick<Group, 'id' | 'size'>[]): Promise<void> {
  const wishes = await wishesNow();
  const now = Date.now();
  const wanted = wantedGroups(wishes, now);
  const told = groups.filter(({ id, size }) => size && wanted.has(id));
  for (const { id, size } of told) {
    if (!size) continue;
    await keepPoint(id, { at: now, ...size });
    if (!wishes.chains.some((chain) => chain.groups.includes(id))) await compared(id, size, fillOf(id, wishes));
  }
  if (told.length > 0) await recounted(told.map(({ id }) => id));
}

/** Of a chain it is told as a whole: its groups fill up one after the other, as they shall. */
async function compared(group: GroupId, { count, atLeast }: Size, fill: Fill): Promise<void> {
  const name = (await knownNames([group])).get(group) ?? group;
  const isFull = count >= fill.ceiling;
  const isFilling = !isFull && count >= limitOf(fill);
  await toldOf('full', isFull);
  await toldOf('filling', isFilling);

  async function toldOf(kind: AlertKind, isSo: boolean): Promise<void> {
    if (isSo) await alerts.raise({ kind, subject: group, group, name, count, of: fill.ceiling });
    // A partial count that is lower says nothing, but full is more than filling.
    else if (!atLeast || isFull) await alerts.calm(kind, group);
  }
}

/** A group's members over time. */
export async function list(group: GroupId): Promise<Series> {
  const [wishes, points] = await Promise.all([wishesNow(), pointsOf(group)]);
  return seriesOf(group, points, fillOf(group, wishes));
}

function seriesOf(group: GroupId, points: readonly Point[], fill: Fill): Series {
  const limit = limitOf(fill);
  return { group, points, fill, limit, forecast: forecast(points, limit, Date.now()) };
}

async function wishesNow(): Promise<Wishes> {
  const [rules, cares, chains, campaigns] = await Promise.all([
    ...([read(rulesItem), read(caresItem), read(chainsItem), read(campaignsItem)] as const),
  ]);
  return { rules, cares, chains, campaigns };
}

function wantedGroups({ cares, chains, campaigns }: Wishes, now: number): ReadonlySet<GroupId> {
  const running = campaigns.filter(({ startAt, endAt }) => startAt <= now && now < endAt);
  return new Set([...Object.keys(cares), ...[...chains, ...running].flatMap(({ groups }) => groups)]);
}
