import { browser } from '../../utils/browser';

/** The tab that the popup hangs on. One that was opened as a page of its own is told by `?tab=ID`. */
export async function popupTab(): Promise<number | undefined> {
  const told = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(told)) return told;
  const [[front], own] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.tabs.getCurrent(),
  ]);
  return front?.id === own?.id ? undefined : front?.id;
}
