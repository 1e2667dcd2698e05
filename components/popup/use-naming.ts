import { useEffect, useRef, useState } from 'preact/hooks';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';
import { ask } from '../ui/use-ask';
import type { Given, Said } from './use-giving';

export interface Naming {
  /** What stands in the field and at the tick. */
  readonly said: Said;
  /** Changes it on the face alone. */
  readonly type: (label: string) => void;
  /** Ticking is said at once. */
  readonly tick: (printed: boolean) => void;
  /** Writes down what was not written down yet. */
  readonly keep: () => void;
  /** Back to what was written down. */
  readonly undo: () => void;
  readonly isKept: boolean;
  /** The hand-out itself could not be written down, so that nothing can be said of it. */
  readonly unnoted: TroubleFacts | undefined;
  readonly trouble: TroubleFacts | undefined;
}

/** Says what a hand-out was for. Waits until the hand-out itself is written; never asked for, never in the way. */
export function useNaming({ noted, said: sent }: Given): Naming {
  const [said, setSaid] = useState(sent.current);
  const [kept, setKept] = useState(sent.current);
  const [unnoted, setUnnoted] = useState<TroubleFacts>();
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const latest = useRef(said);

  const change = (next: Said) => {
    latest.current = next;
    setSaid(next);
  };
  const keep = () => {
    const next = { ...latest.current, label: latest.current.label.trim() };
    const before = sent.current;
    if (isSame(next, before)) return;
    sent.current = next;
    setTrouble(undefined);
    noted
      .then((id) => ask('ledger.name', { id, ...next }))
      .then(
        () => setKept(next),
        (caught: unknown) => {
          if (sent.current === next) sent.current = before;
          setTrouble(asTrouble(caught).facts);
        },
      );
  };
  useEffect(() => {
    noted.catch((caught: unknown) => setUnnoted(asTrouble(caught).facts));
    // A popup that closes, or turns to another group, takes no word with it.
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  return {
    said,
    type: (label) => change({ ...latest.current, label }),
    tick: (printed) => {
      change({ ...latest.current, printed });
      keep();
    },
    keep,
    undo: () => change({ ...latest.current, label: sent.current.label }),
    isKept: (kept.label !== '' || kept.printed) && isSame(kept, { ...said, label: said.label.trim() }),
    unnoted,
    trouble,
  };
}

function isSame(one: Said, other: Said): boolean {
  return one.label === other.label && one.printed === other.printed;
}
