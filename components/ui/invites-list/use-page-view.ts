import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageView } from '../../../utils/model/page';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { ask } from '../use-ask';

/** The page in a tab, as far as we have been told. */
export interface PageNow {
  readonly view?: PageView;
  readonly trouble?: TroubleFacts;
  /** Asks once more. */
  readonly again: () => Promise<void>;
}

/** The invites of the page in a tab, asked for once this face has been painted: it stands before anybody waits. */
export function usePageView(tabOf: () => Promise<number | undefined>): PageNow {
  const [now, setNow] = useState<Omit<PageNow, 'again'>>({});
  const asked = useRef(0);
  const again = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const tab = await tabOf();
    if (tab === undefined) return;
    const next = await ask('page.invites', tab).then(
      (view) => ({ view }),
      (caught: unknown) => ({ trouble: asTrouble(caught).facts }),
    );
    // Somebody may have turned to another tab meanwhile.
    if (turn === asked.current) setNow(next);
  }, [tabOf]);
  useEffect(() => {
    const painted = requestAnimationFrame(() => setTimeout(again));
    return () => cancelAnimationFrame(painted);
  }, [again]);
  return { ...now, again };
}
