import type { Stand } from './stand';

const leastOpacity = 0.8;

/**
 * Tells whether one can see what one clicks on: nothing lies over the card, and nothing makes it fade. A courtesy, since
 * a page has ways that nobody notices; what matters is confirmed in a window of ours.
 */
export function clearView({ host, box, isUnder }: Stand, signal: AbortSignal): () => boolean {
  let isVisible = true;
  // Not every browser tells, and the types know of none that does.
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    trackVisibility: true,
    delay: 100,
  };
  const watch = new IntersectionObserver((entries) => {
    isVisible = Reflect.get(entries.at(-1) ?? {}, 'isVisible') !== false;
  }, options);
  watch.observe(box);
  signal.addEventListener('abort', () => watch.disconnect());
  return () => !isUnder() && isVisible && isOpaque(host, box) && !isCovered(host, box);
}

function isOpaque(host: HTMLElement, box: HTMLElement): boolean {
  if (!box.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  let opacity = 1;
  for (let at: Element | null = host; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (style.clipPath !== 'none' || style.maskImage !== 'none' || style.filter.includes('opacity')) return false;
  }
  return opacity >= leastOpacity;
}

/** Looks at the corners and the middle of what can be seen of the card. */
function isCovered(host: HTMLElement, box: HTMLElement): boolean {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const inset = 14;
  const columns = [left + inset, (left + right) / 2, right - inset];
  const rows = [top + inset, (top + bottom) / 2, bottom - inset];
  const room = host.getRootNode();
  if (!(room instanceof Document || room instanceof ShadowRoot)) return true;
  return columns.some((x) =>
    rows.some((y) => {
      const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
      return isInView && room.elementFromPoint(x, y) !== host;
    }),
  );
}
