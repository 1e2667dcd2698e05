import { useMemo, useState } from 'preact/hooks';
import { type Candidate, candidates, findGroups, placeOf } from '../../utils/find-groups';
import type { AccountView, Overview } from '../../utils/model';
import type { Choice } from './choice';
import type { RollNow } from './use-rolls';

export interface Picking {
  readonly query: string;
  /** Whether the list is open. */
  readonly open: boolean;
  readonly found: readonly Candidate[];
  /** Place of the chosen group in what was found; -1 where it is not in it. */
  readonly active: number;
  readonly choice: Choice | undefined;
  readonly type: (query: string) => void;
  readonly move: (rows: number) => void;
  /** Chooses a row and closes the list. */
  readonly pick: (place: number) => void;
  readonly choose: (choice: Choice) => void;
  readonly show: () => void;
  /** Back to the group that was chosen before the search, or the last used one. */
  readonly clear: () => void;
}

interface Pickable {
  readonly overview: Overview;
  readonly accounts: readonly AccountView[];
  readonly rolls: readonly RollNow[];
}

/** Which group is chosen, and how one gets to another. */
export function usePicking({ overview, accounts, rolls }: Pickable): Picking {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Choice>();
  // What Esc goes back to: looking around must not change whose link is at hand.
  const [settled, setSettled] = useState<Choice>();
  const settle = (choice: Choice | undefined) => {
    setPicked(choice);
    setSettled(choice);
  };
  const all = useMemo(
    () => candidates({ accounts, rolls: rolls.flatMap(({ roll }) => roll ?? []), used: overview.used }),
    [accounts, rolls, overview.used],
  );
  const found = useMemo(() => findGroups(all, query), [all, query]);

  const choiceOf = (one: Candidate | undefined): Choice | undefined => {
    const account = accounts.find(({ id }) => id === one?.account);
    return one && account && { account, group: one.group, ...rememberedOf(one, overview) };
  };
  const here = picked && accounts.some(({ id }) => id === picked.account.id) ? picked : undefined;
  const choice = here ?? (query ? undefined : lastChoice(overview, accounts)) ?? choiceOf(found[0]);
  const active = choice ? placeOf(found, choice.account.id, choice.group.id) : -1;

  return {
    query,
    open,
    found,
    active,
    choice: found.length > 0 || !query ? choice : undefined,
    type: (next) => {
      setQuery(next);
      setOpen(next !== '');
      setPicked(next ? choiceOf(findGroups(all, next)[0]) : settled);
    },
    move: (rows) => {
      setOpen(true);
      setPicked(choiceOf(found[Math.min(found.length - 1, Math.max(0, active + rows))]));
    },
    pick: (place) => {
      settle(choiceOf(found[place]));
      setQuery('');
      setOpen(false);
    },
    choose: settle,
    show: () => setOpen(true),
    clear: () => {
      setQuery('');
      setOpen(false);
      setPicked(settled);
    },
  };
}

function lastChoice({ used, last }: Overview, accounts: readonly AccountView[]): Choice | undefined {
  const account = accounts.find(({ id }) => id === last?.invite.account) ?? undefined;
  return last && account && used.length > 0 ? { account, group: last.group, remembered: last.invite } : undefined;
}

function rememberedOf({ account, group }: Candidate, { last }: Overview): Pick<Choice, 'remembered'> {
  const isLast = last?.invite.account === account && last.invite.group === group.id;
  return isLast ? { remembered: last.invite } : {};
}
