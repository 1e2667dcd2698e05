import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../utils/model/account';
import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { groupRows, rowId } from './group-rows';
import { GroupList } from './on-demand';
import { leave } from './place';
import type { Picking } from './use-picking';

interface GroupPickerProps {
  readonly picking: Picking;
  readonly accounts: readonly AccountView[];
  readonly onEnter: () => void;
}

/** The search, and the list it opens: a combobox. Esc clears it, then closes the popup. */
export function GroupPicker({ picking, accounts, onEnter }: GroupPickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { found, active } = picking;
  const open = picking.open && found.length > 0;
  const chosen = open ? found[active] : undefined;
  useLayoutEffect(() => {
    const gone = new AbortController();
    input.current?.focus();
    document.addEventListener('keydown', (event) => reached(event, input.current), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return (
    <search class="picker">
      <div class="search">
        <Icon name="search" />
        <input
          ref={input}
          class="input"
          type="text"
          role="combobox"
          aria-label={say('searchGroups')}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen && rowId(id, chosen)}
          placeholder={say('searchGroups')}
          autocomplete="off"
          spellcheck={false}
          value={picking.query}
          onInput={(event) => picking.type(event.currentTarget.value)}
          onClick={picking.show}
          onKeyDown={(event) => pressed(event, picking, onEnter)}
        />
        {picking.query === '' && <kbd>/</kbd>}
      </div>
      {open && <GroupList id={id} groups={found} active={active} onPick={picking.pick} accounts={accounts} />}
    </search>
  );
}

function pressed(event: KeyboardEvent, picking: Picking, onEnter: () => void): void {
  if (event.isComposing) return;
  const page = Math.floor(groupRows.rowsShown);
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
    // With the list closed, these two belong to the text.
    ...(picking.open && { Home: -picking.found.length, End: picking.found.length }),
  };
  const step = steps[event.key];
  if (step) picking.move(step);
  else if (event.key === 'Enter') onEnter();
  else if (event.key === 'Escape' && (picking.open || picking.query)) picking.clear();
  else return;
  event.preventDefault();
}

/** Keys that mean the search, wherever the focus is; Esc with nothing left to clear closes the popup. */
function reached(event: KeyboardEvent, input: HTMLInputElement | null): void {
  if (event.defaultPrevented) return;
  const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (event.key === 'Escape') leave();
  if (event.key !== '/' || writing) return;
  event.preventDefault();
  input?.focus();
}
