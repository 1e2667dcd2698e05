import { cleanText } from '../../../utils/handout/clean-text';
import { iso } from '../../../utils/handout/csv';
import type { GroupId } from '../../../utils/model/group';
import type { CodeLife } from '../../../utils/model/record';
import { moment } from '../../../utils/times';
import { say, sayCount, type Word } from '../../../utils/words';
import { shortCode } from '../../ui/short-code';
import { GroupAndCode } from './GroupAndCode';
import { Standing } from './Standing';

interface CodeRowProps {
  readonly life: CodeLife;
  readonly onGroup: (group: GroupId) => void;
}

const ways: Readonly<Record<CodeLife['how'], Word>> = {
  read: 'recordHowRead',
  reply: 'recordHowReply',
  reconciled: 'recordHowReconciled',
  late: 'historyLate',
  imported: 'historyImported',
};

/** Times are shown by the minute. */
const minuteMs = 60_000;

/** One code: whose, from when to when, how we learned of it, and how it ended. */
export function CodeRow({ life, onGroup }: CodeRowProps) {
  const { name, group, code, firstSeen, lastSeen, how, ended, attempts } = life;
  return (
    <tr>
      <td>
        <GroupAndCode {...{ name, group, code, onGroup }} />
      </td>
      <td>
        <span>{say('historySince', moment(firstSeen))}</span>
        {lastSeen - firstSeen >= minuteMs && <span>{say('historyLastSeen', moment(lastSeen))}</span>}
        <span class="small quiet-text">{say(ways[how])}</span>
      </td>
      <td>
        <Standing stand={ended?.event ?? 'current'} />
        {ended && <End ended={ended} />}
        {attempts > 0 && <span class="small quiet-text">{sayCount('historyAttempts', attempts)}</span>}
      </td>
    </tr>
  );
}

function End({ ended: { at, reason, next } }: { readonly ended: NonNullable<CodeLife['ended']> }) {
  return (
    <>
      <time dateTime={iso(at)}>{moment(at)}</time>
      {reason && (
        <span class="small">
          <bdi>{cleanText(reason)}</bdi>
        </span>
      )}
      <span class="small quiet-text">
        {say('recordNext')}{' '}
        <code dir="ltr" title={next}>
          {shortCode(next)}
        </code>
      </span>
    </>
  );
}
