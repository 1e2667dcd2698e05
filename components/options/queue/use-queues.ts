import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { QueueView } from '../../../utils/over-time/model';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { ask } from '../../ui/use-ask';

const quickMs = 1_000;
const calmMs = 10_000;
/** A long queue is looked at more rarely. */
const rowsPerSecond = 400;

type Deed = 'pause' | 'resume' | 'cancel' | 'clear' | { readonly perMinute: number };

export interface Queues {
  readonly views: readonly QueueView[] | undefined;
  readonly trouble: TroubleFacts | undefined;
  readonly change: (account: string, deed: Deed) => Promise<void>;
  readonly again: () => void;
}

/** The join queues, followed as they go on. */
export function useQueues(): Queues {
  const [views, setViews] = useState<readonly QueueView[]>();
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const latest = useRef(0);
  const told = useCallback(async (asking: Promise<readonly QueueView[]>) => {
    latest.current += 1;
    const turn = latest.current;
    const answer = await asking.catch(asTrouble);
    if (turn !== latest.current) return;
    if ('facts' in answer) return setTrouble(answer.facts);
    setTrouble(undefined);
    setViews(answer);
  }, []);
  const again = useCallback(() => void told(ask('queue.list')), [told]);
  useEffect(() => {
    again();
    return () => {
      latest.current += 1;
    };
  }, [again]);
  const restMs = trouble ? calmMs : restFor(views);
  useEffect(() => {
    const clock = setInterval(() => !document.hidden && again(), restMs);
    return () => clearInterval(clock);
  }, [restMs, again]);
  const change = (account: string, deed: Deed) => told(ask('queue.change', { account, deed }));
  return { views, trouble, change, again };
}

function restFor(views: readonly QueueView[] | undefined): number {
  if (!views?.some(({ state }) => state === 'running')) return calmMs;
  const rows = views.reduce((sum, view) => sum + view.rows.length, 0);
  return Math.max(quickMs, (rows / rowsPerSecond) * 1_000);
}
