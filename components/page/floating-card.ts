import { isOrphan } from '../../utils/bridge/ask-from-page';
import type { Card, Presence, Reached } from '../../utils/page/presence';
import { type ShownCard, showCard } from './shown-card';

/** The one card of a frame: opens beside the invite that somebody reached for, one at a time. */
export function floatingCard(presence: Presence): Card {
  let last: ShownCard | undefined;
  /** The focus is back on it from its card, and must not open that again. */
  let dismissed: HTMLElement | undefined;

  const shown = () => (last?.closed.aborted ? undefined : last);

  function dismiss(element: HTMLElement): void {
    const over = new AbortController();
    dismissed = element;
    const forget = () => {
      dismissed = undefined;
      over.abort();
    };
    element.addEventListener('focusout', forget, { signal: over.signal });
  }

  function open(reached: Reached): void {
    const isBack = reached.by === 'focus' && reached.element !== undefined && reached.element === dismissed;
    if (isBack) return;
    const now = shown();
    if (now?.isAbout(reached)) {
      now.stay(reached);
      return;
    }
    now?.close();
    if (isOrphan()) presence.stop();
    else last = showCard(reached, { dismiss, stop: () => presence.stop() });
  }

  return { open, leave: () => shown()?.leave(), close: () => shown()?.close() };
}
