import { useState } from 'preact/hooks';
import type { QueueRow } from '../../../utils/over-time/model';
import { moment } from '../../../utils/times';
import { say, sayCount } from '../../../utils/words';
import { SafeText } from '../../ui/SafeText';
import { shortCode } from '../../ui/short-code';
import { windowOf } from '../../ui/window-of';
import { Chooser } from '../record/Chooser';
import { outcomeWords } from './queue-words';

const rowPx = 52;
const rowsShown = 7.5;

type Which = 'all' | 'open' | 'in' | 'not';

const states: Readonly<Record<Which, readonly QueueRow['state'][] | undefined>> = {
  all: undefined,
  open: ['waiting', 'working'],
  in: ['joined', 'asked', 'already-in'],
  not: ['refused', 'skipped', 'unknown', 'cancelled'],
};

/** What became of each group. Only rows in view are drawn: five thousand cost what ten do. */
export function QueueRows({ rows }: { readonly rows: readonly QueueRow[] }) {
  const [which, setWhich] = useState<Which>('all');
  const [scrollTop, setScrollTop] = useState(0);
  const shown = rows.filter(({ state }) => states[which]?.includes(state) ?? true);
  const { start, end } = windowOf(scrollTop, shown.length, { rowPx, rowsShown });
  return (
    <div class="stack">
      <Chooser
        label={say('showWhich')}
        chosen={which}
        onChoose={setWhich}
        options={[
          ['all', sayCount('queueShowAll', rows.length)],
          ['open', say('queueShowOpen')],
          ['in', say('queueShowIn')],
          ['not', say('queueShowNot')],
        ]}
      />
      {shown.length === 0 && <p class="quiet-text">{say('noneShown')}</p>}
      {shown.length > 0 && (
        <ul
          class="queue-rows"
          aria-label={say('queueGroups')}
          style={{ blockSize: `${Math.min(shown.length, rowsShown) * rowPx}px` }}
          onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        >
          <li class="room" role="presentation" style={{ blockSize: `${shown.length * rowPx}px` }} />
          {shown.slice(start, end).map((row, nth) => (
            <Row key={row.id} row={row} place={start + nth} of={shown.length} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly place: number;
  readonly of: number;
}

function Row({ row, place, of }: RowProps) {
  const { name = '', code, group, state, at } = row;
  const { what, why } = outcomeWords(row);
  const said = why ? `${what} · ${why}` : what;
  return (
    <li
      class={`queue-row ${state}`}
      aria-posinset={place + 1}
      aria-setsize={of}
      style={{ insetBlockStart: `${place * rowPx}px`, blockSize: `${rowPx}px` }}
    >
      <span class="name">
        <SafeText text={name} instead={code ? shortCode(code) : (group ?? '')} />
      </span>
      <span class="small outcome one-line" title={said}>
        <span aria-hidden="true">{signs[state]}</span> {said}
      </span>
      {state !== 'waiting' && state !== 'working' && <time class="small quiet-text">{moment(at)}</time>}
    </li>
  );
}

/** A shape beside the word: state is never colour alone. */
const signs: Readonly<Record<QueueRow['state'], string>> = {
  ...{ waiting: '…', working: '→', joined: '●', asked: '◐', 'already-in': '●' },
  ...{ refused: '✕', unknown: '?', skipped: '○', cancelled: '–' },
};
