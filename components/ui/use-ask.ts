import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../utils/bridge/ask';
import type { Answer, Asked, OwnQuestion } from '../../utils/bridge/questions';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';

/** Where an asking stands. `before` is the last answer, still worth showing while another is awaited or failed to come. */
export type Mood<T> =
  | { readonly mood: 'rest'; readonly before?: undefined }
  | { readonly mood: 'waiting'; readonly before?: T }
  | { readonly mood: 'answered'; readonly answer: T; readonly before: T }
  | { readonly mood: 'troubled'; readonly trouble: TroubleFacts; readonly before?: T };

export interface Asking<Q extends OwnQuestion> {
  readonly now: Mood<Answer<Q>>;
  /** Asks, and gives the answer; undefined after trouble, or when a newer asking or unmounting made it stale. */
  readonly ask: (...asked: Asked<Q>) => Promise<Answer<Q> | undefined>;
  /** Back to rest; an answer under way is dropped. */
  readonly rest: () => void;
}

/** A question that is asked on demand. */
export function useAsking<Q extends OwnQuestion>(question: Q): Asking<Q> {
  const [now, setNow] = useState<Mood<Answer<Q>>>({ mood: 'rest' });
  const latest = useRef<AbortController>(undefined);

  const begin = useCallback(() => {
    latest.current?.abort();
    latest.current = new AbortController();
    return latest.current.signal;
  }, []);
  useEffect(() => () => latest.current?.abort(), []);

  const askNow = useCallback(
    (...asked: Asked<Q>) => {
      const signal = begin();
      setNow(({ before }) => ({ mood: 'waiting', ...(before !== undefined && { before }) }));
      return listened(ask(question, ...asked), signal, setNow);
    },
    [question, begin],
  );
  const rest = useCallback(() => {
    begin();
    setNow({ mood: 'rest' });
  }, [begin]);

  return { now, ask: askNow, rest };
}

/** One asking from a handler, outside any mood. */
export { ask };

/** Asks for the deed alone: nobody waits for it, and trouble with it is not worth a word. */
export function tell<Q extends OwnQuestion>(question: Q, ...asked: Asked<Q>): void {
  ask(question, ...asked).catch(() => undefined);
}

async function listened<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  tell: (next: Mood<T> | ((mood: Mood<T>) => Mood<T>)) => void,
): Promise<T | undefined> {
  try {
    const answer = await promise;
    if (signal.aborted) return undefined;
    tell({ mood: 'answered', answer, before: answer });
    return answer;
  } catch (caught) {
    if (signal.aborted) return undefined;
    const trouble = asTrouble(caught).facts;
    tell(({ before }) => ({ mood: 'troubled', trouble, ...(before !== undefined && { before }) }));
    return undefined;
  }
}
