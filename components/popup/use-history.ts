import { useEffect, useState } from 'preact/hooks';
import type { GroupId } from '../../utils/model/group';
import type { CodeLife } from '../../utils/model/record';
import type { TroubleFacts } from '../../utils/trouble';
import { useAsking } from '../ui/use-ask';

const pageSize = 50;

export interface HistoryNow {
  /** Newest first; undefined until the first page is there. */
  readonly lives: readonly CodeLife[] | undefined;
  /** Lines of the record that could not be read. */
  readonly broken: number;
  readonly waiting: boolean;
  readonly trouble: TroubleFacts | undefined;
  /** Asks for the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
}

/** The codes of a group, a page at a time. */
export function useHistory(group: GroupId): HistoryNow {
  const asking = useAsking('lineage.list');
  const [lives, setLives] = useState<readonly CodeLife[]>();
  const [broken, setBroken] = useState(0);
  const [next, setNext] = useState<number>();
  const ask = async (before?: number) => {
    const from = before === undefined ? {} : { before };
    const page = await asking.ask({ filter: { group }, limit: pageSize, ...from });
    if (!page) return;
    setLives((known = []) => [...known, ...page.rows]);
    setBroken((sum) => sum + page.broken);
    setNext(page.next);
  };
  useEffect(() => {
    ask();
  }, []);
  const { now } = asking;
  return {
    lives,
    broken,
    waiting: now.mood === 'waiting',
    trouble: now.mood === 'troubled' ? now.trouble : undefined,
    more: next === undefined ? undefined : () => ask(next),
  };
}
