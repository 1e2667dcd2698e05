import type { CampaignView } from '../../../utils/over-time/model';
import { say } from '../../../utils/words';
import { SafeText } from '../../ui/SafeText';
import { spanWords } from '../campaigns/campaign-words';

interface OneCampaignProps {
  readonly campaign: CampaignView;
  /** Address of the whole list. */
  readonly all: '#record' | '#hand-outs';
}

/** Says that only what belongs to a campaign is shown, and leads out of it. */
export function OneCampaign({ campaign, all }: OneCampaignProps) {
  return (
    <div class="small one-campaign">
      <p class="row one-group">
        <span class="quiet-text">{say('recordOnlyCampaign')}</span>
        <SafeText text={campaign.name} instead={say('campaignUnnamed')} />
      </p>
      <p class="quiet-text">{spanWords(campaign, '')}</p>
      <p>
        <a href={`#campaigns/${campaign.id}/report`}>{say('campaignReport')}</a> · <a href={all}>{say('recordAll')}</a>
      </p>
    </div>
  );
}
