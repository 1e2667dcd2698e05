import { isOrphan } from '../../utils/bridge/tell-from-page';
import type { Reached } from '../../utils/page/presence';
import { type Box, placed, type Side } from './placement';
import { isLost, type Stand } from './stand';

interface Following {
  readonly reached: () => Reached;
  /** Whether somebody is at work in the card: it stays then, though the invite is scrolled out of sight. */
  readonly isHeld: () => boolean;
  readonly gone: () => void;
  /** The extension was updated or removed, and this script belongs to nobody any more. */
  readonly orphaned: () => void;
}

const lookEveryMs = 250;

/** Keeps the card beside its invite while the page scrolls and changes, until one of them has gone. */
export function follow(stand: Stand, { reached, isHeld, gone, orphaned }: Following): void {
  const { host, box, inner, over: signal, raise } = stand;
  const { direction } = getComputedStyle(reached().near);
  let side: Side | undefined;

  function place(): void {
    if (signal.aborted) return;
    const links = reached().places();
    if (isOrphan()) orphaned();
    else if (links.length === 0 || isLost(stand)) gone();
    else settle(links);
  }

  function settle(links: readonly DOMRect[]): void {
    if (!visualViewport) return;
    const { style } = box;
    // A zoomed page would zoom the card, and the figures for its place with it.
    style.zoom = String(1 / (host.currentCSSZoom || 1));
    // What is drawn in it, and its borders.
    const size = { width: box.offsetWidth, height: inner.offsetHeight + box.offsetHeight - box.clientHeight };
    const spot = placed({ links, size, view: partOf(visualViewport), side, rtl: direction === 'rtl' });
    if (!spot && !isHeld()) gone();
    if (!spot) return;
    side = spot.side;
    style.left = `${spot.left}px`;
    style.top = `${spot.top}px`;
    style.maxHeight = `${spot.maxHeight}px`;
  }

  place();
  const size = new ResizeObserver(place);
  size.observe(inner);
  const bell = setInterval(place, lookEveryMs);
  signal.addEventListener('abort', () => {
    size.disconnect();
    clearInterval(bell);
  });
  const quietly = { capture: true, passive: true, signal };
  for (const type of ['scroll', 'resize']) {
    addEventListener(type, place, quietly);
    visualViewport?.addEventListener(type, place, quietly);
  }
  addEventListener('fullscreenchange', gone, quietly);
  addEventListener('toggle', (event) => isOver(event, host) && raise(), quietly);
}

/** What can be seen of the page, scroll bars aside; a part of it, where fingers have spread it. */
function partOf({ offsetLeft: left, offsetTop: top, width, height }: VisualViewport): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** Whether something of the page has just been put into the top layer, over us. */
function isOver({ target, isTrusted, newState }: ToggleEvent, host: HTMLElement): boolean {
  const opened = isTrusted && newState === 'open' && target instanceof Element && target.matches(':popover-open');
  return opened && !target.contains(host);
}
