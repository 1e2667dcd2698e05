import { useEffect } from 'preact/hooks';
import { browser } from '../../utils/browser';
import type { PageNow } from '../ui/invites-list/use-page-view';
import { backAgain } from './LookAgain';

interface SideWatchProps {
  /** Looks into the page in front. */
  readonly onPage: PageNow['again'] | undefined;
  /** Asks the store what has changed. */
  readonly onBack: () => void;
}

/** Nobody comes back twice in so short a time. */
const calmMs = 5_000;

/** Keeps the side panel true while tabs come and go beside it. Draws nothing. */
export function SideWatch({ onPage, onBack }: SideWatchProps) {
  useEffect(() => {
    const { onActivated, onUpdated } = browser.tabs;
    const turned = () => void onPage?.();
    const loaded = (
      _: number,
      { status }: { readonly status?: string | undefined },
      tab: { readonly active: boolean },
    ) => {
      if (tab.active && status === 'complete') turned();
    };
    onActivated.addListener(turned);
    onUpdated.addListener(loaded);
    return () => {
      onActivated.removeListener(turned);
      onUpdated.removeListener(loaded);
    };
  }, [onPage]);
  useEffect(() => {
    const gone = new AbortController();
    let last = Date.now();
    const back = () => {
      if (Date.now() - last < calmMs) return;
      last = Date.now();
      onBack();
      dispatchEvent(new Event(backAgain));
    };
    addEventListener('focus', back, { signal: gone.signal });
    document.documentElement.addEventListener('pointerenter', back, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return null;
}
