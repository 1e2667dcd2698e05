import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askFromPage } from '../../utils/bridge/ask-from-page';
import type { InviteCode } from '../../utils/invite-link';
import type { Sight } from '../../utils/model';
import { asTrouble } from '../../utils/trouble';

export interface Seeing {
  readonly sight: Sight | undefined;
  readonly isLooking: boolean;
  /** Looks inside. To be called in a trusted click or key only. */
  readonly look: () => void;
}

/** What stands behind an invite: at first what is remembered, for which nobody is asked; then what a look brings. */
export function useSight(code: InviteCode, { atOnce }: { readonly atOnce: boolean }): Seeing {
  const [sight, setSight] = useState<Sight>();
  const [isLooking, setLooking] = useState(false);
  const hasLooked = useRef(false);

  const look = useCallback(() => {
    hasLooked.current = true;
    setLooking(true);
    askFromPage('link.probe', code)
      .then(setSight, (caught) => setSight((before) => unseen(code, caught, before)))
      .finally(() => setLooking(false));
  }, [code]);

  useEffect(() => {
    if (atOnce) return look();
    askFromPage('link.recall', code).then(
      (remembered) => !hasLooked.current && setSight(remembered),
      // To remember nothing is no trouble.
      () => undefined,
    );
  }, [code, atOnce, look]);

  return { sight, isLooking, look };
}

/** Nobody can tell, and why; what was known before stands, with its time. */
function unseen(code: InviteCode, caught: unknown, before: Sight | undefined): Sight {
  const known = before ?? { code, sources: [], seenAt: Date.now() };
  return { ...known, verdict: 'unknown', trouble: asTrouble(caught).facts };
}
