import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountId } from '../../utils/model/account';
import type { Overview } from '../../utils/model/overview';
import type { ChainView } from '../../utils/over-time/model';
import { ask } from '../ui/use-ask';
import type { Rolls } from './use-rolls';

/** Members counted so long ago may be twice as many by now. */
const oldMs = 10 * 60_000;
/** Nobody waits longer for a gateway that counts. */
const patienceMs = 5_000;

export interface Chains {
  readonly all: readonly ChainView[];
  /** Whether the members of those that may be handed out are being counted. */
  readonly isCounting: (chain: ChainView) => boolean;
  /** Since when the count has been too old to go by; undefined while it is good enough. */
  readonly oldSince: (chain: ChainView) => number | undefined;
  /** Counts anew. */
  readonly count: (chain: ChainView) => void;
}

/** Groups in a row. Their members are counted when the popup opens, where the last count is old: a full one is not handed out. */
export function useChains({ chains, vault }: Pick<Overview, 'chains' | 'vault'>, rolls: Rolls): Chains {
  const [all, setAll] = useState(chains);
  const recall = async () => {
    const next = await ask('cell.list').catch(() => undefined);
    if (next) setAll(next);
  };
  const { underWay, tried, count } = useCounting(rolls, recall);
  const listed = new Map(rolls.all.map(({ account, roll }) => [account.id, roll?.listedAt]));
  const oldOnes = (chain: ChainView) =>
    accountsOf(chain).filter((account) => Date.now() - (listed.get(account) ?? Date.now()) > oldMs);
  const wanted = vault.locked ? [] : all.flatMap(oldOnes).filter((account) => !tried.has(account));
  useEffect(() => void count(wanted), [wanted.join()]);
  // A list that came in has counted too, whoever asked for it.
  const isFirst = useRef(true);
  useEffect(() => {
    if (all.length > 0 && !isFirst.current && underWay.size === 0) recall();
    isFirst.current = false;
  }, [[...listed.values()].join()]);
  return {
    all,
    isCounting: (chain) => accountsOf(chain).some((account) => underWay.has(account)),
    oldSince: (chain) => {
      const times = oldOnes(chain).flatMap((account) => listed.get(account) ?? []);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    count: (chain) => void count(accountsOf(chain)),
  };
}

/** Listing the groups of some accounts, which counts them; given up when it takes too long. */
function useCounting(rolls: Rolls, recall: () => Promise<void>) {
  const [underWay, setUnderWay] = useState<ReadonlySet<AccountId>>(new Set());
  const tried = useRef(new Set<AccountId>()).current;
  const count = async (wanted: readonly AccountId[]) => {
    const accounts = rolls.all
      .map(({ account }) => account)
      .filter(({ id, allowed }) => allowed && wanted.includes(id));
    const ids = accounts.map(({ id }) => id);
    for (const id of wanted) tried.add(id);
    if (ids.length === 0) return;
    setUnderWay((before) => new Set([...before, ...ids]));
    await Promise.race([rolls.refresh(accounts), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    await recall();
    setUnderWay((before) => new Set([...before].filter((id) => !ids.includes(id))));
  };
  return { underWay, tried, count };
}

/** The accounts that can count what is handed out now, or, where none is, what might be. */
function accountsOf({ cells, handing }: ChainView): readonly AccountId[] {
  const handed = handing.place === undefined ? undefined : cells[handing.place];
  return [...new Set((handed ? [handed] : cells).flatMap(({ account }) => account ?? []))];
}
