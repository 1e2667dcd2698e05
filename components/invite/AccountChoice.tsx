import { useId } from 'preact/hooks';
import type { AccountId } from '../../utils/model/account';
import type { JoinWay } from '../../utils/model/join';
import { moment } from '../../utils/times';
import { troubleWords } from '../../utils/wording';
import { say, sayCount } from '../../utils/words';
import { openOptions } from '../popup/options-page';
import { accountTitle } from '../ui/account-title';

interface AccountChoiceProps {
  readonly ways: readonly JoinWay[];
  readonly chosen: AccountId | undefined;
  readonly now: number;
  readonly onChoose: (account: AccountId) => void;
  /** Id of what keeps the chosen one from joining. */
  readonly whyId: string;
}

/** Which account joins. What keeps the chosen one from it stands below. */
export function AccountChoice({ ways, chosen, now, onChoose, whyId }: AccountChoiceProps) {
  const id = useId();
  const way = ways.find(({ account }) => account === chosen);
  const why = way && hindrance(way, now);
  return (
    <div class="field">
      <label for={id}>{say('joinThrough')}</label>
      <select
        class="input"
        id={id}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
        aria-describedby={why ? whyId : undefined}
      >
        {ways.map((one) => (
          <option key={one.account} value={one.account}>
            {optionWords(one, now)}
          </option>
        ))}
      </select>
      {why && (
        <div class="why small" id={whyId}>
          {why}
          {way.can === 'cannot' && (
            <button type="button" class="button quiet" onClick={openOptions}>
              {say('openOptions')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function optionWords(way: JoinWay, now: number): string {
  const title = accountTitle(way);
  if (way.can === 'already-in') return say('joinWayIn', title);
  if (way.can === 'cannot') return say('joinWayCannot', title);
  return way.can === 'wait' && (way.until ?? 0) > now ? say('joinWayLater', title) : title;
}

function hindrance({ can, until = 0, trouble }: JoinWay, now: number): string | undefined {
  if (can === 'already-in') return say('joinAlreadyIn');
  if (can === 'join' || (can === 'wait' && until <= now)) return undefined;
  const { what, next } = troubleWords(trouble ?? { kind: 'lacks' });
  return can === 'wait' ? `${what} ${waitWords(until, now)}` : `${what} ${next}`;
}

const soonMs = 120_000;

/** "Again in 40 seconds", or the day and the hour. */
export function waitWords(until: number, now: number): string {
  const ms = until - now;
  return ms <= soonMs ? sayCount('joinAgainIn', Math.max(1, Math.ceil(ms / 1000))) : say('joinAgainOn', moment(until));
}
