import { useMemo, useState } from 'preact/hooks';
import type { Candidate, Holding } from '../../utils/find-groups';
import type { AccountId } from '../../utils/model/account';
import type { Overview } from '../../utils/model/overview';
import type { ChainView } from '../../utils/over-time/model';
import { useOnDemand } from '../ui/later';
import type { Choice } from './choice';
import { finding } from './on-demand';
import type { RollNow } from './use-rolls';

export interface Picking {
  readonly query: string;
  /** Whether the list is open. */
  readonly open: boolean;
  readonly found: readonly Candidate[];
  /** How many groups there are to choose from. */
  readonly count: number;
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

const none: readonly Candidate[] = [];

interface Pickable {
  readonly overview: Overview;
  /** The account whose groups alone are shown. */
  readonly only: AccountId | undefined;
  readonly rolls: readonly RollNow[];
  readonly chains: readonly ChainView[];
}

/** Which group is chosen, and how one gets to another. */
export function usePicking({ overview, only, rolls, chains }: Pickable): Picking {
  const { accounts, used, primaries } = overview;
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Choice>();
  // What Esc goes back to: looking around must not change whose link is at hand.
  const [settled, setSettled] = useState<Choice>();
  const settle = (choice: Choice | undefined) => {
    setPicked(choice);
    setSettled(choice);
  };
  const find = useOnDemand(finding);
  const groups = useMemo(
    () => find?.candidates({ accounts, rolls: rolls.flatMap(({ roll }) => roll ?? []), used, primaries, only }) ?? none,
    [find, accounts, rolls, used, primaries, only],
  );
  const all = useMemo(() => find?.withChains(groups, chains) ?? none, [find, groups, chains]);
  const search = useMemo(() => find?.searching(all) ?? (() => none), [find, all]);
  const found = search(query);

  const choiceOf = (one: Candidate | undefined, shown?: Holding) => one && find?.choiceOf(one, overview, shown);
  /** What was chosen, as it stands by now: lists come in, and rights change. */
  const renewed = (choice: Choice | undefined): Choice | undefined => {
    const row = choice && find && all[find.placeOf(all, find.candidateId(choice))];
    // Groups in a row may by now hand out one that this account is not in: then it speaks through its own.
    if (row)
      return choiceOf(
        row,
        row.holders.find(({ account }) => account === (only ?? choice.account.id)),
      );
    // Which of them is handed out now is not known without the lists.
    if (choice?.chain) return undefined;
    const account = viewOf(choice?.account.id, overview);
    return choice && account && (!only || only === account.id) ? { ...choice, account } : undefined;
  };
  const choice = renewed(picked ?? (query ? undefined : lastChoice(overview, chains))) ?? choiceOf(found[0]);
  const active = choice && find ? find.placeOf(found, find.candidateId(choice)) : -1;

  return {
    query,
    open,
    found,
    count: groups.length,
    active,
    choice: found.length > 0 || !query ? choice : undefined,
    type: (next) => {
      setQuery(next);
      setOpen(next !== '');
      setPicked(next ? choiceOf(search(next)[0]) : settled);
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

/** An account as it stands by now. */
export function viewOf(account: AccountId | undefined, { accounts }: Overview) {
  return accounts.find(({ id }) => id === account);
}

/** The group that was used last; where it stands in a row, the row: it may be full by now. */
function lastChoice({ accounts, last }: Overview, chains: readonly ChainView[]): Choice | undefined {
  const account = accounts.find(({ id }) => id === last?.invite.account);
  const chain = chains.find(({ groups }) => last && groups.includes(last.group.id));
  return last && account && { account, group: last.group, remembered: last.invite, ...(chain && { chain }) };
}
