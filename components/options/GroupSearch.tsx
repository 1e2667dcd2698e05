import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { type Candidate, findGroups } from '../../utils/find-groups';
import { isolated } from '../../utils/handout/clean-name';
import type { AccountView } from '../../utils/model/account';
import type { GroupId } from '../../utils/model/group';
import { sizeWords } from '../../utils/size-words';
import { language, say, sayCount } from '../../utils/words';
import { Picture } from '../ui/Picture';
import { SafeText } from '../ui/SafeText';
import type { KnownGroups } from './use-known-groups';

interface GroupSearchProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly groups: KnownGroups;
  /** Whose names stand with the groups, where there are several to tell apart. */
  readonly accounts: readonly AccountView[];
  /** Groups that are not to be found. */
  readonly without: readonly GroupId[];
  readonly onPick: (one: Candidate) => void;
}

/** More would not be read, and would only take time to draw. */
const mostShown = 40;

/** A field that finds one group among those of all accounts: a combobox. */
export function GroupSearch(props: GroupSearchProps) {
  const { label, hint, error, groups, accounts, without, onPick } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => {
    const left = groups.all.filter(({ group }) => !without.includes(group.id));
    return findGroups(left, query);
  }, [groups, without, query]);
  const shown = found.slice(0, mostShown);

  const type = (text: string) => {
    setQuery(text);
    setActive(0);
    setOpen(true);
  };
  const pick = (one: Candidate | undefined) => {
    if (!one) return;
    type('');
    setOpen(false);
    onPick(one);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen ? setActive(Math.min(active + 1, shown.length - 1)) : setOpen(true)),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    // Enter in a form would send it.
    Enter: () => isOpen && pick(shown[active]),
    ...(isOpen && { Escape: () => setOpen(false) }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = event.isComposing ? undefined : keys[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field group-search">
      <label for={id}>{label}</label>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        class="input"
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[active] ? `${id}-${active}` : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        placeholder={say('groupSearchExample')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={200}
        value={query}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {isOpen && (
        <div class="floats found-groups">
          <Found id={id} shown={shown} active={active} accounts={accounts} onPick={pick} />
          <p class="small quiet-text" role="status">
            {restWords(found.length - shown.length, found.length, groups)}
          </p>
        </div>
      )}
      {error && (
        <div class="error" id={`${id}-error`}>
          <span aria-hidden="true">⚠</span>
          {error}
        </div>
      )}
    </div>
  );
}

function restWords(more: number, count: number, { waiting, all }: KnownGroups): string {
  if (more > 0) return sayCount('groupSearchMore', more);
  if (count > 0) return '';
  if (waiting) return say('listing');
  return say(all.length === 0 ? 'groupSearchEmpty' : 'groupSearchNone');
}

interface FoundProps {
  readonly id: string;
  readonly shown: readonly Candidate[];
  readonly active: number;
  readonly accounts: readonly AccountView[];
  readonly onPick: (one: Candidate) => void;
}

function Found({ id, shown, active, accounts, onPick }: FoundProps) {
  const names = new Map(accounts.length > 1 ? accounts.map((account) => [account.id, account.name]) : []);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={say('groups')}>
      {shown.map((one, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and answers the keys
        <div
          key={one.group.id}
          ref={at === active ? intoView : undefined}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          <Picture name={one.group.name} size="small" />
          <SafeText text={one.group.name} instead={say('menuUnnamed')} />
          <span class="small quiet-text one-line">{factsOf(one, names)}</span>
        </div>
      ))}
    </div>
  );
}

function intoView(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

/** Who is in it, how many are, and whether we may change anything. */
function factsOf({ group, holders }: Candidate, names: ReadonlyMap<string, string>): string {
  const accounts = holders.flatMap(({ account }) => names.get(account) ?? []).map(isolated);
  return [
    ...(accounts.length > 0 ? [new Intl.ListFormat(language(), { type: 'unit' }).format(accounts)] : []),
    ...(group.size ? [sizeWords(group.size)] : []),
    ...(group.admin === undefined ? [] : [say(group.admin ? 'admin' : 'notAdmin')]),
  ].join(' · ');
}
