import { cleanText } from '../../../utils/handout/clean-text';
import type { CampaignView } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { SafeText } from '../../ui/SafeText';
import { CardFoot } from '../CardFoot';
import { endWords, groupsWords, spanWords } from './campaign-words';
import { State } from './State';

interface CampaignCardProps {
  readonly campaign: CampaignView;
  readonly zone: string;
  readonly again: () => void;
}

/** One campaign: when, which groups, what its end brings, and ways to all that belongs to it. */
export function CampaignCard({ campaign, zone, again }: CampaignCardProps) {
  const { id, name, state, notes } = campaign;
  const said = cleanText(notes);
  return (
    <li class="card stack campaign">
      <header>
        <div class="row campaign-head">
          <h2>
            <SafeText text={name} instead={say('campaignUnnamed')} />
          </h2>
          <State state={state} />
        </div>
        <p class="quiet-text small">{spanWords(campaign, zone)}</p>
      </header>
      <div>
        <p>{groupsWords(campaign)}</p>
        <p class="small quiet-text">{endWords(campaign, { now: Date.now(), zone })}</p>
      </div>
      {said && (
        <p class="small notes">
          <bdi>{said}</bdi>
        </p>
      )}
      <CardFoot
        removal={{
          ...{ question: 'campaign.remove', id, name, removed: again },
          what: say(state === 'over' ? 'campaignRemoveOver' : 'campaignRemoveWhat'),
        }}
      >
        <a class="button" href={`#campaigns/${id}/report`}>
          {say('campaignReport')}
        </a>
        <a class="button" href={`#hand-outs/campaign/${id}`}>
          {say('sectionHandOuts')}
        </a>
        <a class="button" href={`#record/campaign/${id}`}>
          {say('recordCodes')}
        </a>
        <a class="button" href={`#campaigns/${id}`}>
          {say('change')}
        </a>
      </CardFoot>
    </li>
  );
}
