import { browser } from '../../utils/browser';
import { say } from '../../utils/words';
import { IconButton } from '../ui/IconButton';
import { moreIcons } from '../ui/more-icons';
import { isAtSide, leave } from './place';

/** Firefox has a sidebar where Chromium has a side panel, and our types know only the latter. */
interface Sidebar {
  open(): Promise<void>;
}

/** Moves from the popup to the side of the window, where Latchkey stays open beside the page. */
export function SideButton() {
  if (isAtSide()) return null;
  return <IconButton icon={moreIcons.side} label={say('openAtSide')} onClick={() => void openSide().then(leave)} />;
}

/** Firefox wants it in the click itself. */
async function openSide(): Promise<void> {
  if (import.meta.env.BROWSER === 'firefox') return (Reflect.get(browser, 'sidebarAction') as Sidebar).open();
  const { id: windowId } = await browser.windows.getCurrent();
  if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
