import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Sites } from '../../utils/model/page';
import { useHostAccess } from './host-access';
import { everyPage, mayReadPages } from './site-access';
import { ask, type Mood, useAsking } from './use-ask';
import { useAsk } from './use-asked';

/** Which pages are looked at, followed as it changes here, on a page's card or in the browser's own settings. */
export interface SitesKnown {
  readonly sites: Sites | undefined;
  /** Whether the browser lets us read every page. */
  readonly mayAll: boolean;
  readonly now: Mood<Sites>;
  readonly saving: Mood<Sites>;
  /** Changes what is kept now, which may not be what is on the screen. */
  readonly change: (edit: (now: Sites) => Partial<Sites>) => Promise<void>;
}

export function useSites(): SitesKnown {
  const { now, ask: look } = useAsk('site.list');
  const saving = useAsking('site.change');
  const [mayAll, setMayAll] = useState(false);

  const again = useCallback(() => {
    void look();
    void mayReadPages(everyPage).then(setMayAll);
  }, [look]);
  useEffect(() => void mayReadPages(everyPage).then(setMayAll), []);
  useHostAccess(again);
  useEffect(() => {
    const listening = new AbortController();
    addEventListener('focus', again, { signal: listening.signal });
    return () => listening.abort();
  }, [again]);

  const change = async (edit: (now: Sites) => Partial<Sites>) => {
    const kept = (await ask('site.list').catch(() => undefined)) ?? now.before;
    if (kept) await saving.ask(edit(kept));
    again();
  };
  return { sites: now.before, mayAll, saving: saving.now, now, change };
}
