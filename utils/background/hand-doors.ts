import { used } from './keys-watch';
import { askFor } from './menu-clicks';
import type { TabClicked } from './menus';
import { openSide, sideId } from './side';

// Keys and the address bar. What they do is fetched when they do it.

const typing = () => import('./hands/omnibox');

/** Somebody pressed the keys of a command. */
export async function commanded(command: string, tab?: TabClicked): Promise<void> {
  if (command === 'lock') return;
  used();
  // The browser opens its side, or asks the person something, only within the key itself: before anything is fetched.
  if (command === sideId) return openSide(tab);
  const allowed = command === 'switch-site' ? askFor(tab?.url) : undefined;
  await (await import('./hands/commands')).does(command, tab, allowed);
}

/** Somebody has typed our word into the address bar. */
export async function beginning(): Promise<void> {
  (await typing()).begin();
}

export async function typed(text: string, suggest: (lines: { content: string; description: string }[]) => void) {
  suggest(await (await typing()).suggestions(text));
}

export async function entered(text: string): Promise<void> {
  used();
  await (await typing()).entered(text);
}
