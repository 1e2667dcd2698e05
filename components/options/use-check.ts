import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountId, CheckPart, CheckStep } from '../../utils/model/account';
import { asTrouble } from '../../utils/trouble';
import { ask as askOnce, type Mood } from '../ui/use-ask';

const parts: readonly CheckPart[] = ['session', 'groups', 'rights'];

export interface Checking {
  /** While it runs, and after trouble with the asking itself, `before` holds the steps that have ended. */
  readonly now: Mood<readonly CheckStep[]>;
  /** Gives the steps, once all have ended; undefined where nobody waits for them any more. */
  readonly ask: (account: AccountId) => Promise<readonly CheckStep[] | undefined>;
  readonly rest: () => void;
}

/** The connection test, part after part: each step shows as soon as it has ended, and after a bad one nothing is asked. */
export function useCheck(): Checking {
  const [now, setNow] = useState<Mood<readonly CheckStep[]>>({ mood: 'rest' });
  const turn = useRef(0);
  const begin = () => {
    turn.current += 1;
    const mine = turn.current;
    return () => turn.current === mine;
  };
  // Whoever leaves asks for no further part.
  useEffect(() => () => void begin(), []);

  const rest = () => {
    begin();
    setNow({ mood: 'rest' });
  };

  const ask = async (account: AccountId) => {
    const isMine = begin();
    let steps: readonly CheckStep[] = [];
    setNow({ mood: 'waiting' });
    for (const part of parts) {
      const found = await askOnce('account.check', { account, part }).catch(asTrouble);
      if (!isMine()) return undefined;
      if (found instanceof Error) {
        setNow({ mood: 'troubled', trouble: found.facts, before: steps });
        return undefined;
      }
      steps = [...steps, ...found];
      if (hasFailed(found)) break;
      setNow({ mood: 'waiting', before: steps });
    }
    setNow({ mood: 'answered', answer: steps, before: steps });
    return steps;
  };
  return { now, ask, rest };
}

/** Whether a step keeps the account from working. */
export function hasFailed(steps: readonly CheckStep[]): boolean {
  return steps.some(({ outcome }) => outcome === 'bad');
}
