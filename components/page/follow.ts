import { isOrphan } from '../../utils/bridge/ask-from-page';
import type { Reached } from '../../utils/page/presence';
import { placed, type Side } from './placement';
import { isLost, type Stand } from './stand';

interface Following {
  readonly stand: Stand;
  readonly reached: () => Reached;
  /** Whether somebody is at work in the card: it stays then, though the invite is scrolled out of sight. */
  readonly isHeld: () => boolean;
  readonly gone: () => void;
  /** The extension was updated or removed, and this script belongs to nobody any more. */
  readonly orphaned: () => void;
}

const lookEveryMs = 250;

/** Keeps the card beside its invite while the page scrolls and changes, until one of them has gone. */
export function follow({ stand, reached, isHeld, gone, orphaned }: Following, signal: AbortSignal): void {
  const { host, box, inner } = stand;
  const rtl = getComputedStyle(reached().element ?? document.documentElement).direction === 'rtl';
  let side: Side | undefined;

  function place(): void {
    if (signal.aborted) return;
    const links = reached().places();
    if (isOrphan()) orphaned();
    else if (links.length === 0 || isLost(stand)) gone();
    else settle(links);
  }

  function settle(links: readonly DOMRect[]): void {
    // A zoomed page would zoom the card, and the figures for its place with it.
    box.style.setProperty('zoom', String(1 / (host.currentCSSZoom || 1)));
    const size = { width: box.offsetWidth, height: inner.offsetHeight + borders(box) };
    const spot = placed({ links, size, view: viewNow(), side, rtl });
    if (!spot && !isHeld()) gone();
    if (!spot) return;
    side = spot.side;
    box.style.left = `${spot.left}px`;
    box.style.top = `${spot.top}px`;
    box.style.maxHeight = `${spot.maxHeight}px`;
  }

  place();
  const size = new ResizeObserver(place);
  size.observe(inner);
  const bell = setInterval(place, lookEveryMs);
  signal.addEventListener('abort', () => {
    size.disconnect();
    clearInterval(bell);
  });
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  visualViewport?.addEventListener('resize', place, { signal });
  visualViewport?.addEventListener('scroll', place, { signal });
  addEventListener('fullscreenchange', gone, { capture: true, signal });
  addEventListener('toggle', (event) => isOver(event, host) && stand.raise(), { capture: true, signal });
}

/** What can be seen of the page, scroll bars aside; a part of it, where fingers have spread it. */
function viewNow(): { left: number; top: number; right: number; bottom: number } {
  if (!visualViewport) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, right: left + width, bottom: top + height };
}

function borders(box: HTMLElement): number {
  return box.offsetHeight - box.clientHeight;
}

/** Whether something of the page has just been put into the top layer, over us. */
function isOver(event: Event, host: HTMLElement): boolean {
  const { target } = event;
  const opened = event.isTrusted && 'newState' in event && event.newState === 'open';
  return opened && target instanceof Element && target.matches(':popover-open') && !target.contains(host);
}
