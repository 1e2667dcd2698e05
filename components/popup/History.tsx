import type { LineageRow } from '../../utils/model';
import { say, type Word } from '../../utils/words';
import { TroubleNotice } from '../ui/Notice';
import { moment } from '../ui/times';
import { useAsk } from '../ui/use-ask';
import type { Choice } from './choice';

const events: Readonly<Record<LineageRow['event'], Word>> = {
  'first-seen': 'historyFirstSeen',
  retired: 'historyRetired',
  'changed-elsewhere': 'historyChangedElsewhere',
  'not-rotated': 'historyNotRotated',
};

/** Every code the group has had, newest first. */
export function History({ account, group }: Choice) {
  const { now } = useAsk('invite.history', { account: account.id, group: group.id });
  if (now.mood === 'troubled') return <TroubleNotice trouble={now.trouble} />;
  if (now.mood !== 'answered') return <div class="skeleton line" />;
  if (now.answer.length === 0) return <p class="small quiet-text">{say('historyEmpty')}</p>;
  return (
    <ol class="history">
      {now.answer.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ol>
  );
}

function Row({ row }: { readonly row: LineageRow }) {
  return (
    <li>
      <span>{say(events[row.event])}</span>
      <time class="quiet-text" dateTime={new Date(row.at).toISOString()}>
        {moment(row.at)}
      </time>
      <code dir="ltr" title={row.code}>
        {shortened(row.code)}
      </code>
      {row.reason && <bdi class="reason quiet-text">{row.reason}</bdi>}
    </li>
  );
}

/** Enough of a code to tell it from others. */
function shortened(code: string): string {
  return `${code.slice(0, 4)}…${code.slice(-3)}`;
}
