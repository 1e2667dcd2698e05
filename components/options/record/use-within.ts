import { useEffect } from 'preact/hooks';
import type { RecordFilter } from '../../../utils/model/record';
import type { CampaignView } from '../../../utils/over-time/model';
import { useAsking } from '../../ui/use-ask';

/** The campaign that the list is of; none where the address names none, or one that is gone. */
export interface Within {
  readonly campaign?: CampaignView;
}

/** What the address confines the record to: `campaign/ID`. Undefined until that is known. */
export function useWithin(rest: string): Within | undefined {
  const id = /^campaign\/(.+)$/.exec(rest)?.[1];
  const { now, ask } = useAsking('campaign.list');
  useEffect(() => void (id && ask()), [id, ask]);
  if (!id || now.mood === 'troubled') return {};
  if (!now.before) return undefined;
  const campaign = now.before.find((one) => one.id === id);
  return campaign ? { campaign } : {};
}

/** A wish within the groups and the time of a campaign. Pure. */
export function filterWithin({ campaign }: Within, wish: RecordFilter): RecordFilter {
  if (!campaign) return wish;
  const { groups, startAt, endAt } = campaign;
  const [since, until] = [Math.max(wish.since ?? startAt, startAt), Math.min(wish.until ?? endAt, endAt)];
  return { ...wish, groups, since, until };
}
