import { awake } from '../../bridge/awake';
import type { Campaign, CampaignReport, CampaignView } from '../../over-time/model';
import { campaignsItem } from '../../store/care-items';
import { change, read } from '../../store/items';
import { asTrouble, Trouble } from '../../trouble';
import * as diary from '../diary/diary';
import { refresh } from '../groups';
import { mustBeAllowed } from '../policy/bars';
import { watchersOf } from '../watch/rounds';
import * as activity from './activity';
import * as alerts from './alerts';
import { groupReports } from './campaign-report';
import { knownNames } from './known-names';
import { knownGroups, readableName } from './typed-wishes';

export async function list(): Promise<readonly CampaignView[]> {
  return viewsOf(await read(campaignsItem));
}

/** Keeps a campaign; one without an id, or with one that is gone, is new. Throws `bad-field` or `bad-group-id`. */
export async function save(campaign: Campaign): Promise<CampaignView> {
  const before = (await read(campaignsItem)).find(({ id }) => id === campaign.id);
  const next = await checked(campaign, before);
  if (next.atEnd === 'retire') await mustBeAllowed('mayRetire');
  await change(campaignsItem, (all) => {
    const isThere = all.some(({ id }) => id === next.id);
    return isThere ? all.map((one) => (one.id === next.id ? next : one)) : [...all, next];
  });
  if (Date.now() < next.endAt) await alerts.calm('campaign-over', next.id);
  await diary.planned();
  await activity.logged({ what: 'plan', how: before ? 'changed' : 'done', name: next.name, campaign: next.id });
  // Its page begins with the members of its first day; nobody waits for them.
  void awake(() => countedNow(next)).catch(asTrouble);
  return viewOf(next);
}

/** Lists the groups of each account that looks after one of a running campaign's: their members are kept by that. */
async function countedNow({ groups, startAt, endAt }: Campaign): Promise<void> {
  const now = Date.now();
  if (now < startAt || now >= endAt) return;
  const accounts = new Set((await watchersOf(groups)).values());
  await Promise.allSettled([...accounts].map(refresh));
}

/** Forgets a campaign, and that its links are to be changed. What was recorded of its groups stays. */
export async function remove(id: string): Promise<readonly CampaignView[]> {
  const gone = (await read(campaignsItem)).find((campaign) => campaign.id === id);
  const left = await change(campaignsItem, (all) => all.filter((campaign) => campaign.id !== id));
  await alerts.calm('campaign-over', id);
  await diary.planned();
  if (gone) await activity.logged({ what: 'plan', how: 'skipped', name: gone.name, campaign: id });
  return viewsOf(left);
}

/** One page about a campaign, out of the store alone. */
export async function report(id: string): Promise<CampaignReport> {
  const found = (await read(campaignsItem)).find((campaign) => campaign.id === id);
  if (!found) throw new Trouble('bad-field', { field: 'campaign' });
  const [campaign, groups] = await Promise.all([viewOf(found), groupReports(found)]);
  return { campaign, madeAt: Date.now(), groups };
}

async function checked(campaign: Campaign, before: Campaign | undefined): Promise<Campaign> {
  const { startAt, endAt } = campaign;
  if (!(endAt > startAt) || !isDate(startAt) || !isDate(endAt)) throw new Trouble('bad-field', { field: 'endAt' });
  return {
    ...campaign,
    id: before?.id ?? crypto.randomUUID(),
    name: readableName(campaign.name),
    groups: await knownGroups(campaign.groups, before?.groups ?? []),
  };
}

function isDate(at: number): boolean {
  return !Number.isNaN(new Date(at).getTime());
}

async function viewsOf(campaigns: readonly Campaign[]): Promise<CampaignView[]> {
  const names = await knownNames([...new Set(campaigns.flatMap(({ groups }) => groups))]);
  return campaigns.map((campaign) => ({
    ...campaign,
    state: stateOf(campaign, Date.now()),
    names: campaign.groups.map((group) => names.get(group) ?? group),
  }));
}

async function viewOf(campaign: Campaign): Promise<CampaignView> {
  const [view] = await viewsOf([campaign]);
  if (!view) throw new Trouble('unexpected');
  return view;
}

function stateOf({ startAt, endAt }: Campaign, now: number): CampaignView['state'] {
  if (now < startAt) return 'ahead';
  return now < endAt ? 'running' : 'over';
}
