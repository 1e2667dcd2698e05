import { useEffect, useState } from 'preact/hooks';
import type { JoinRow } from '../../utils/model/join';
import { ask, useAsking } from '../ui/use-ask';

interface RowNow {
  readonly row: JoinRow;
  /** Lists the account's groups to find out. */
  readonly look: () => void;
  readonly looking: boolean;
}

/** A join as it is now: asked for again and again while something is still to come. */
export function useRow(first: JoinRow): RowNow {
  const [row, setRow] = useState(first);
  const looking = useAsking('join.recall');
  useEffect(() => setRow(first), [first]);
  useEffect(() => {
    const everyMs = pollMs(row, Date.now());
    if (everyMs === undefined) return;
    const timer = setTimeout(async () => {
      // What cannot be recalled just now stays as it was, and is asked for again.
      setRow({ ...(await ask('join.recall', { id: row.id, look: false }).catch(() => row)) });
    }, everyMs);
    return () => clearTimeout(timer);
  }, [row]);
  const look = async () => {
    const next = await looking.ask({ id: row.id, look: true });
    if (next) setRow(next);
  };
  return { row, look, looking: looking.now.mood === 'waiting' };
}

/** How soon to ask again, in ms; undefined where nothing is to come. */
export function pollMs({ state, greeting, leaveUntil = 0 }: JoinRow, now: number): number | undefined {
  const talking = greeting?.state === 'waiting' || greeting?.state === 'sending';
  if (state === 'joined') return talking || leaveUntil > now ? 1_000 : undefined;
  if (state === 'sending') return 2_000;
  return state === 'unknown' ? 5_000 : undefined;
}
