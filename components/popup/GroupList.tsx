import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Candidate } from '../../utils/find-groups';
import { isolated } from '../../utils/handout/clean-name';
import type { AccountView } from '../../utils/model/account';
import { sizeWords } from '../../utils/size-words';
import { language, say, sayCount } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { DemoMark } from '../ui/DemoMark';
import { Picture } from '../ui/Picture';
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
  /** Whose groups they are. */
  readonly accounts: readonly AccountView[];
}

/** Groups to choose from. Only rows in view are drawn, so ten thousand cost what ten do. */
export function GroupList({ id, groups, active, onPick, accounts }: GroupListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  // To ask the list itself would have the browser lay out the whole popup at each key, before it is drawn.
  const top = useRef(0);
  useLayoutEffect(() => {
    const wanted = active < 0 ? top.current : scrollFor(active, top.current, groupRows);
    if (list.current && wanted !== top.current) list.current.scrollTop = top.current = wanted;
  }, [active, groups]);
  const scrolled = (now: number) => {
    top.current = now;
    setScrollTop(now);
  };
  useCountSaid(groups.length);
  const namesOf = useMemo(() => namesIn(accounts), [accounts]);
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
      onScroll={(event) => scrolled(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ blockSize: `${groups.length * rowPx}px` }}>
        {groups.slice(start, end).map((one, at) => (
          // By their places: a search draws other groups into the rows that are there.
          <Row
            key={start + at}
            id={rowId(id, one)}
            one={one}
            accounts={namesOf(one)}
            isDemo={accounts.some(({ id: owner, demo }) => demo && owner === one.account)}
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

/** Says how many there are, once the typing rests. */
function useCountSaid(count: number): void {
  useEffect(() => {
    const resting = setTimeout(() => announce(sayCount('groupCount', count)), 600);
    return () => clearTimeout(resting);
  }, [count]);
}

/** The accounts that are in a group, the one it is shown through first; nothing where there are not several to tell apart. */
function namesIn(accounts: readonly AccountView[]): (one: Candidate) => string {
  const names = new Map(accounts.length > 1 ? accounts.map((account) => [account.id, isolated(account.name)]) : []);
  const lines = new Intl.ListFormat(language(), { type: 'unit' });
  return ({ account, holders }) => {
    const others = holders.filter((holder) => holder.account !== account);
    return lines.format([account, ...others.map((holder) => holder.account)].flatMap((one) => names.get(one) ?? []));
  };
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
      <Picture name={group.name} size="small" />
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
