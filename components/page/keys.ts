import type { Stand } from './stand';

interface Keys {
  readonly stand: Stand;
  /** The invite that the card belongs to, where it can have the focus. */
  readonly element: () => HTMLElement | undefined;
  readonly escaped: () => void;
  /** The focus goes to the invite for a moment, and on from there. */
  readonly passedOn: (element: HTMLElement) => void;
}

/** Esc closes. Tab leads from the invite into the card, through it, and on behind the invite; Shift+Tab back. */
export function listenToKeys({ stand, element: elementNow, escaped, passedOn }: Keys, signal: AbortSignal): void {
  const { root, box } = stand;

  function pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') taken(event, escaped);
    else if (event.key === 'Tab' && event.shiftKey) tabbedBack(event);
    else if (event.key === 'Tab') tabbedOn(event);
  }

  function tabbedOn(event: KeyboardEvent): void {
    const at = root.activeElement;
    const element = elementNow();
    const stops = tabStops(box);
    if (!at && element?.matches(':focus, :focus-within')) taken(event, () => stops[0]?.focus());
    if (!element || !at || at !== stops.at(-1)) return;
    passedOn(element);
    // From there the browser's own next step leads behind the invite.
    element.focus({ preventScroll: true });
  }

  function tabbedBack(event: KeyboardEvent): void {
    const at = root.activeElement;
    const element = elementNow();
    const isAtStart = at instanceof HTMLElement && tabStops(box).indexOf(at) <= 0;
    if (isAtStart && element) taken(event, () => element.focus({ preventScroll: true }));
  }

  addEventListener('keydown', pressed, { capture: true, signal });
}

function taken(event: KeyboardEvent, deed: () => void): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  deed();
}

function tabStops(box: HTMLElement): HTMLElement[] {
  return Array.from(box.querySelectorAll<HTMLElement>('button, input')).filter((one) => one.checkVisibility());
}
