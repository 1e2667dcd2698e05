import { useRef } from 'preact/hooks';
import type { CampaignView } from '../../../utils/over-time/model';
import { say, type Word } from '../../../utils/words';
import { Icon } from '../../ui/Icon';
import { TroubleNotice } from '../../ui/Notice';
import { useAsk } from '../../ui/use-asked';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { CampaignCard } from './CampaignCard';
import { CampaignForm } from './CampaignForm';
import { draftOf, freshDraft } from './campaign-draft';
import { Report } from './Report';
import { useZone } from './use-zone';

/** The campaigns; `campaigns/new` is a form for one more, `campaigns/ID` the form of one, `campaigns/ID/report` its report. */
export function Campaigns(props: SectionProps) {
  const [id = '', part] = props.rest.split('/');
  if (part === 'report') return <Report id={id} />;
  return <Listed {...props} id={id} />;
}

function Listed({ id, overview }: SectionProps & { readonly id: string }) {
  const { now, ask } = useAsk('campaign.list');
  const zone = useZone();
  const begun = useRef(Date.now()).current;
  const campaigns = now.before;
  const one = campaigns?.find((campaign) => campaign.id === id);
  const isForm = id === 'new' || one !== undefined;
  const isComing = zone === undefined || (!isForm && !campaigns);
  return (
    <>
      <div class="row title-row">
        <Title>{say(titleOf(id, one))}</Title>
        {!isForm && campaigns && campaigns.length > 0 && <Add />}
      </div>
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {isComing && now.mood !== 'troubled' && <div class="skeleton block" aria-hidden="true" />}
      {isForm && zone !== undefined && (
        <CampaignForm
          start={one ? draftOf(one, zone) : freshDraft(begun, zone)}
          names={new Map(one?.groups.map((group, nth) => [group, one.names[nth] ?? '']))}
          {...{ overview, zone }}
        />
      )}
      {!isForm && campaigns && zone !== undefined && <List {...{ campaigns, zone }} again={() => void ask()} />}
    </>
  );
}

function titleOf(id: string, one: CampaignView | undefined): Word {
  if (one) return 'campaignEdit';
  return id === 'new' ? 'campaignNew' : 'sectionCampaigns';
}

interface ListProps {
  readonly campaigns: readonly CampaignView[];
  readonly zone: string;
  readonly again: () => void;
}

function List({ campaigns, zone, again }: ListProps) {
  if (campaigns.length === 0) {
    return (
      <div class="card empty">
        <p>{say('campaignsEmpty')}</p>
        <Add />
      </div>
    );
  }
  return (
    <ul class="stack">
      {inOrder(campaigns).map((campaign) => (
        <CampaignCard key={campaign.id} {...{ campaign, zone, again }} />
      ))}
    </ul>
  );
}

function Add() {
  return (
    <a class="button primary" href="#campaigns/new">
      <Icon name="plus" />
      {say('campaignAdd')}
    </a>
  );
}

const places = { running: 0, ahead: 1, over: 2 } as const;

/** What runs, by its end; what is ahead, by its start; what is over, the latest first. */
function inOrder(campaigns: readonly CampaignView[]): readonly CampaignView[] {
  const time = ({ state, startAt, endAt }: CampaignView) => ({ running: endAt, ahead: startAt, over: -endAt })[state];
  return campaigns.toSorted((a, b) => places[a.state] - places[b.state] || time(a) - time(b));
}
