import type { AccountId } from '../../model/account';
import type { Group, GroupId } from '../../model/group';
import { fillOf, limitOf, rowOf } from '../../over-time/fill';
import type { Care, CareView, Chain, Entry, EntryView, OverTime, Rules } from '../../over-time/model';
import { zoneNamed } from '../../over-time/zone';
import { primaryOf } from '../../primary';
import { campaignsItem, caresItem, chainsItem, diaryItem, rulesItem } from '../../store/care-items';
import { primariesItem, read } from '../../store/items';
import { recall } from '../../store/lineage';
import { nextBell } from '../diary/bell';
import { holdersIn, standings } from '../in-group';
import * as alerts from './alerts';
import * as sizes from './sizes';

/** What is known of groups and accounts, out of the store alone. */
interface Known {
  readonly rules: Rules;
  readonly chains: readonly Chain[];
  readonly cares: Readonly<Record<GroupId, Care & { readonly name: string }>>;
  readonly primary: (group: GroupId) => AccountId | undefined;
  readonly group: (group: GroupId) => Group | undefined;
  readonly accountNames: ReadonlyMap<AccountId, string>;
  readonly campaignNames: ReadonlyMap<string, string>;
}

/** What is looked after, what is due, what waits for a person, when the bell rings. Out of the store alone. */
export async function view(): Promise<OverTime> {
  const now = Date.now();
  const [rules, diary, open, bellAt, known] = await Promise.all([
    read(rulesItem),
    read(diaryItem),
    alerts.list(),
    nextBell(now),
    knownNow(),
  ]);
  const cares = await Promise.all(Object.entries(known.cares).map(([group, care]) => careView(group, care, known)));
  return {
    ...{ rules, zone: zoneNamed(rules.zone), cares, alerts: open, now },
    diary: diary.map((line) => entryView(line, known)),
    ...(bellAt !== undefined && { bellAt }),
  };
}

async function knownNow(): Promise<Known> {
  const [rules, chains, cares, all, chosen, campaigns] = await Promise.all([
    ...([read(rulesItem), read(chainsItem), read(caresItem)] as const),
    ...([standings(), read(primariesItem), read(campaignsItem)] as const),
  ]);
  const primary = (group: GroupId) => primaryOf(holdersIn(all, group), chosen[group]);
  return {
    ...{ rules, chains, cares },
    primary,
    group(group) {
      const own = all.find(({ account }) => account.id === primary(group));
      return own?.groups.get(group);
    },
    accountNames: new Map(all.map(({ account }) => [account.id, account.name])),
    campaignNames: new Map(campaigns.map(({ id, name }) => [id, name])),
  };
}

async function careView(group: GroupId, care: Known['cares'][GroupId], known: Known): Promise<CareView> {
  const account = known.primary(group);
  const found = known.group(group);
  const [{ seenAt }, series] = await Promise.all([
    recall(account ?? '', group),
    sizes.list(group).catch(() => undefined),
  ]);
  const row = rowOf(group, known.chains)?.name;
  const counted = series?.points.at(-1);
  const size = counted ? { count: counted.count, atLeast: counted.atLeast === true } : found?.size;
  return {
    ...care,
    group,
    name: found?.name || care.name || group,
    limit: limitOf(fillOf(group, known)),
    ...(row !== undefined && { row }),
    ...(account !== undefined && { account }),
    ...(found?.admin !== undefined && { admin: found.admin }),
    ...(size && { size }),
    ...(series && { forecast: series.forecast }),
    ...(seenAt !== undefined && { checkedAt: seenAt }),
  };
}

function entryView(line: Entry, known: Known): EntryView {
  const campaign = line.campaign === undefined ? undefined : known.campaignNames.get(line.campaign);
  return { ...line, name: nameOf(line, known), ...(campaign !== undefined && { campaignName: campaign }) };
}

function nameOf({ group, account, campaign }: Entry, known: Known): string {
  if (group !== undefined) return known.group(group)?.name || known.cares[group]?.name || group;
  return known.accountNames.get(account ?? '') ?? known.campaignNames.get(campaign ?? '') ?? '';
}
