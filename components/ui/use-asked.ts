import { useEffect } from 'preact/hooks';
import type { Asked, OwnQuestion } from '../../utils/bridge/questions';
import { type Asking, useAsking } from './use-ask';

/** A question that is asked when the face appears, and again whenever what it asks about changes. */
export function useAsk<Q extends OwnQuestion>(question: Q, ...asked: Asked<Q>): Asking<Q> {
  const asking = useAsking(question);
  const { ask: askNow, rest } = asking;
  // Payloads are small and plain: their text says whether they changed.
  useEffect(() => {
    rest();
    askNow(...asked);
  }, [askNow, rest, JSON.stringify(asked)]);
  return asking;
}
