import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Candidate, candidateId } from '../../utils/find-groups';
import { isolated } from '../../utils/handout/clean-name';
import { sizeWords } from '../../utils/size-words';
import { language, say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { SafeText } from '../ui/SafeText';
import { scrollFor, windowOf } from '../ui/window-of';
import { groupRows, rowId } from './group-rows';
import { groupTitle } from './group-title';
import { ChainMark } from './on-demand';

const { rowPx, rowsShown } = groupRows;

interface GroupListProps {
  readonly id: string;
  readonly groups: readonly Candidate[];
  /** Place of the chosen one; -1 for none. */
  readonly active: number;
  readonly onPick: (place: number) => void;
  /** The names of the accounts that are in it, the one it is shown through first; where there are several to tell apart. */
  readonly accountsOf: (one: Candidate) => readonly string[];
  readonly isDemo: (one: Candidate) => boolean;
}

/** Groups to choose from. Only rows in view are drawn, so ten thousand cost what ten do. */
export function GroupList({ id, groups, active, onPick, accountsOf, isDemo }: GroupListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current && active >= 0) list.current.scrollTop = scrollFor(active, list.current.scrollTop, groupRows);
  }, [active, groups]);
  const namesOf = useMemo(() => new Intl.ListFormat(language(), { type: 'unit' }), []);
  const { start, end } = windowOf(scrollTop, groups.length, groupRows);
  return (
    <div
      ref={list}
      id={id}
      class="group-list"
      role="listbox"
      aria-label={say('groups')}
      tabIndex={-1}
      style={{ blockSize: `${Math.min(groups.length, rowsShown) * rowPx}px` }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ blockSize: `${groups.length * rowPx}px` }}>
        {groups.slice(start, end).map((one, at) => (
          <Row
            key={candidateId(one)}
            id={rowId(id, start + at)}
            one={one}
            accounts={namesOf.format(accountsOf(one).map(isolated))}
            isDemo={isDemo(one)}
            place={start + at}
            of={groups.length}
            chosen={start + at === active}
            onPick={onPick}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly one: Candidate;
  /** Their names, in one line. */
  readonly accounts: string;
  readonly isDemo: boolean;
  readonly place: number;
  readonly of: number;
  readonly chosen: boolean;
  readonly onPick: (place: number) => void;
}

function Row({ id, one: { group, chain }, accounts, isDemo, place, of, chosen, onPick }: RowProps) {
  const size = group.size && sizeWords(group.size);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search has the focus, and answers the keys
    <div
      id={id}
      class="group-row"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={place + 1}
      aria-setsize={of}
      style={{ blockSize: `${rowPx}px`, insetBlockStart: `${place * rowPx}px` }}
      // The search keeps the focus, so that Enter goes on working.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(place)}
    >
      <span class="name">
        {chain ? <ChainMark chain={chain} /> : <SafeText text={group.name} instead={say('menuUnnamed')} />}
        {isDemo && <DemoMark />}
        {!chain && group.admin !== undefined && <span class="tag">{say(group.admin ? 'admin' : 'notAdmin')}</span>}
      </span>
      {(accounts || size) && (
        <span class="small quiet-text row-facts">
          {(chain || accounts) && <span class="one-line">{chain ? groupTitle(group.name) : accounts}</span>}
          {(chain || accounts) && size && <span aria-hidden="true">·</span>}
          {size && <span>{size}</span>}
        </span>
      )}
    </div>
  );
}
