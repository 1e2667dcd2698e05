import { isOrphan } from '../../utils/bridge/tell-from-page';
import type { Card, Presence, Reached } from '../../utils/page/presence';
import { type ShownCard, showCard } from './shown-card';

/** The one card of a frame: opens beside the invite that somebody reached for, one at a time. */
export function floatingCard(presence: Presence): Card {
  let last: ShownCard | undefined;
  /** The focus is back on it from its card, and must not open that again. */
  let dismissed: HTMLElement | undefined;

  const stop = () => presence.stop();
  const shown = () => (last?.over.aborted ? undefined : last);

  function dismiss(element: HTMLElement): void {
    const forget = () => {
      dismissed = undefined;
    };
    dismissed = element;
    element.addEventListener('focusout', forget, { once: true });
  }

  function open(reached: Reached): void {
    const { by, element } = reached;
    if (by === 'focus' && element && element === dismissed) return;
    const now = shown();
    if (now?.isAbout(reached)) {
      now.stay(reached);
      return;
    }
    now?.close();
    if (isOrphan()) stop();
    else last = showCard(reached, { dismiss, stop });
  }

  return { open, leave: () => shown()?.leave(), close: () => shown()?.close() };
}
