import type { Cell } from '../../../utils/over-time/model';
import { sizeWords } from '../../../utils/size-words';
import { say, sayCount, type Word } from '../../../utils/words';
import { Icon } from '../../ui/Icon';
import { moreIcons } from '../../ui/more-icons';
import { SafeText } from '../../ui/SafeText';

interface CellRowProps {
  readonly cell: Cell;
  readonly place: number;
  /** Handed out now, or to be prepared next. */
  readonly part: 'now' | 'next' | undefined;
}

const stateWords: Readonly<Record<Cell['state'], Word>> = {
  room: 'cellRoom',
  full: 'cellFull',
  unknown: 'cellUnknown',
  closed: 'cellClosed',
};

/** One group of a chain: how full it is, in a word, a shape and a bar. */
export function CellRow({ cell, place, part }: CellRowProps) {
  const { group, name, size, limit, state } = cell;
  return (
    <li class={`cell ${part ?? ''}`} aria-current={part === 'now' ? 'true' : undefined}>
      <span class="place">{place + 1}</span>
      <div class="cell-name">
        <SafeText text={name} instead={group} />
        {part && (
          <span class="cell-part">
            {part === 'now' && <Icon name={moreIcons.next} />}
            {say(partWord(part, state))}
          </span>
        )}
      </div>
      <div class="cell-size small">
        <span>{[...(size ? [sizeWords(size)] : []), sayCount('cellLimit', limit)].join(' · ')}</span>
        {size && (
          <span class={`meter ${state}`} aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(100, (100 * size.count) / limit)}%` }} />
          </span>
        )}
      </div>
      <span class={`standing cell-state ${state}`}>
        <Sign state={state} />
        {say(stateWords[state])}
      </span>
    </li>
  );
}

function partWord(part: 'now' | 'next', state: Cell['state']): Word {
  if (part === 'now') return 'cellNow';
  return state === 'room' ? 'cellComes' : 'cellNext';
}

function Sign({ state }: Pick<Cell, 'state'>) {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
      {state === 'room' && <circle cx="5" cy="5" r="4" />}
      {state === 'full' && <path d="M5 0 10 5 5 10 0 5z" />}
      {state === 'closed' && <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5" />}
      {state === 'unknown' && (
        <text x="5" y="9.5" text-anchor="middle" font-size="13" font-weight="700">
          ?
        </text>
      )}
    </svg>
  );
}
