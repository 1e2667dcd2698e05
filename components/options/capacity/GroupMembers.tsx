import type { GroupId } from '../../../utils/model/group';
import { say } from '../../../utils/words';
import { MemberChart } from '../../ui/MemberChart';
import { TroubleNotice } from '../../ui/Notice';
import { useAsk } from '../../ui/use-asked';
import { forecastWords } from '../over-time/forecast-words';
import { paceWords } from './pace-words';

interface GroupMembersProps {
  readonly group: GroupId;
  readonly name: string;
  /** Whose clocks the dates are by; empty for the browser's own. */
  readonly zone: string;
}

/** How a group fills up: when it will be full, where that is, and its members over time. */
export function GroupMembers({ group, name, zone }: GroupMembersProps) {
  const { now, ask } = useAsk('size.list', group);
  const series = now.before;
  const again = (
    <button type="button" class="button" onClick={() => void ask(group)}>
      {say('tryAgain')}
    </button>
  );
  if (!series) {
    if (now.mood === 'troubled') return <TroubleNotice trouble={now.trouble} actions={again} />;
    return <div class="skeleton block" aria-hidden="true" />;
  }
  const { points, limit, fill, forecast } = series;
  return (
    <div class="stack group-members">
      <div>
        <p>
          {say('careForecast')} {forecastWords(forecast, zone)}
        </p>
        <p class="small quiet-text">
          {forecast.kind === 'on' && paceWords(forecast.perDay)}{' '}
          {say('membersLimit', limit, fill.percent, fill.ceiling)}
        </p>
      </div>
      <MemberChart {...{ name, points, limit, zone }} />
    </div>
  );
}
