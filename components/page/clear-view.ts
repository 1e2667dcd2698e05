import type { Stand } from './stand';

const leastOpacity = 0.8;

/**
 * Tells whether one can see what one clicks on: nothing lies over the card, and nothing makes it fade. A courtesy, since
 * a page has ways that nobody notices; what matters is confirmed in a window of ours.
 */
export function clearView({ host, box, over, isUnder }: Stand): () => boolean {
  let isVisible = true;
  // Not every browser tells, and the types know of none that does.
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    trackVisibility: true,
    delay: 100,
  };
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) isVisible = Reflect.get(entry, 'isVisible') !== false;
  }, options);
  watch.observe(box);
  over.addEventListener('abort', () => watch.disconnect());
  return () => !isUnder() && isVisible && isOpaque(host, box) && !isCovered(host, box);
}

function isOpaque(host: HTMLElement, box: HTMLElement): boolean {
  // In its own root nothing fades or hides it, and no rule of the page's reaches beyond the host.
  if (!box.checkVisibility({ contentVisibilityAuto: true })) return false;
  let left = 1;
  for (let at: Element | null = host; at; at = at.parentElement) {
    const { opacity, clipPath, maskImage, filter } = getComputedStyle(at);
    left *= Number(opacity);
    if (clipPath !== 'none' || maskImage !== 'none' || filter.includes('opacity')) return false;
  }
  return left >= leastOpacity;
}

/** Looks at the corners and the middle of what can be seen of the card. Beyond that nothing is found. */
function isCovered(host: HTMLElement, box: HTMLElement): boolean {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const room = host.getRootNode();
  if (!(room instanceof Document || room instanceof ShadowRoot)) return true;
  const found = pointsOf(left, right).flatMap((x) => pointsOf(top, bottom).map((y) => room.elementFromPoint(x, y)));
  return found.some((element) => element && element !== host);
}

const inset = 14;

function pointsOf(start: number, end: number): readonly number[] {
  return [start + inset, (start + end) / 2, end - inset];
}
