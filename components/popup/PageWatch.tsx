import { useLayoutEffect } from 'preact/hooks';
import { type PageNow, usePageView } from '../ui/invites-list/use-page-view';
import { popupTab } from './popup-tab';

/** Finds out what is on the page, and tells of it. Draws nothing. */
export function PageWatch({ onPage }: { readonly onPage: (page: PageNow) => void }) {
  const page = usePageView(popupTab);
  useLayoutEffect(() => onPage(page), [page.view, page.trouble]);
  return null;
}
