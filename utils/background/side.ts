import { browser } from '../browser';
import type { TabClicked } from './menus';

export const sideId = 'open-side';

/** Firefox has a sidebar where Chromium has a side panel, and our types know only the latter. */
interface Sidebar {
  open(): Promise<void>;
}

/** Opens Latchkey at the side of the window. To be called in the click or key itself: no browser lets anything else do it. */
export async function openSide(tab?: TabClicked): Promise<void> {
  if (import.meta.env.BROWSER === 'firefox') return sidebar().open();
  if (tab?.windowId !== undefined) await browser.sidePanel.open({ windowId: tab.windowId });
}

function sidebar(): Sidebar {
  return Reflect.get(browser, 'sidebarAction') as Sidebar;
}
