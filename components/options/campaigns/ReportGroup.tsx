import { isolated } from '../../../utils/handout/clean-name';
import type { Campaign, CampaignReport } from '../../../utils/over-time/model';
import { language, say, sayCount } from '../../../utils/words';
import { MemberChart } from '../../ui/MemberChart';
import { SafeText } from '../../ui/SafeText';
import { ReportCode } from './ReportCode';

type OneGroup = CampaignReport['groups'][number];

interface ReportGroupProps {
  readonly one: OneGroup;
  readonly campaign: Campaign;
  readonly madeAt: number;
  readonly zone: string;
}

/** What became of one group in a campaign: its codes, who handed them out, its members. */
export function ReportGroup({ one, campaign, madeAt, zone }: ReportGroupProps) {
  const { group, name, accounts, codes, points, limit } = one;
  return (
    <section class="report-group">
      <h2>
        <SafeText text={name} instead={group} />
      </h2>
      <p class="small quiet-text">{aboutWords(accounts, points)}</p>
      {codes.length === 0 ? (
        <p>{say('reportNoCode')}</p>
      ) : (
        <table class="report-codes">
          <thead>
            <tr>
              <th scope="col">{say('reportCode')}</th>
              <th scope="col">{say('reportInUse')}</th>
              <th scope="col">{say('sectionHandOuts')}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <ReportCode key={`${code.code} ${code.from}`} one={code} zone={zone} />
            ))}
          </tbody>
        </table>
      )}
      <h3>{say('chartMembersOverTime')}</h3>
      <MemberChart
        {...{ name, points, limit, zone }}
        from={campaign.startAt}
        to={Math.max(campaign.startAt, Math.min(campaign.endAt, madeAt))}
      />
    </section>
  );
}

/** Through which accounts it was handed out, and how many came or went. */
function aboutWords(accounts: OneGroup['accounts'], points: OneGroup['points']): string {
  const names = new Intl.ListFormat(language()).format(accounts.map(isolated));
  const [first, last] = [points[0], points.at(-1)];
  const gained = first && last && points.length > 1 ? last.count - first.count : undefined;
  return [
    ...(accounts.length > 0 ? [say('reportThrough', names)] : []),
    ...(gained === undefined ? [] : [changeWords(gained)]),
  ].join(' · ');
}

function changeWords(gained: number): string {
  if (gained === 0) return say('reportSame');
  return sayCount(gained > 0 ? 'reportMore' : 'reportFewer', Math.abs(gained));
}
