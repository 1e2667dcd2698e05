import type { InviteCode } from '../invite-link';
import type { Presence } from './presence';

/** What the page is asked for: the card for `code`, beside the link to `address`, the selection, or in the middle. */
export interface CardWish {
  readonly code: InviteCode;
  readonly address: string;
  /** Description of the symbol that the presence hangs under. */
  readonly key: string;
}

/**
 * Opens the card where Latchkey watches; `coming` where the card itself has yet to be brought in, `nobody` where it does
 * not watch. It is sent into pages as source text, so it leans on nothing outside itself.
 */
export function openCard({ code, address, key }: CardWish): 'open' | 'coming' | 'nobody' {
  const presence: Presence | undefined = Reflect.get(globalThis, Symbol.for(key));
  if (!presence?.watching) return 'nobody';
  const link = address ? linkClicked() : undefined;
  const selection = getSelection();
  const range = !link && selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  const near = link ?? range?.startContainer.parentElement ?? document.documentElement;
  presence.reached = {
    ...{ code, by: 'menu', look: true, near, places },
    ...(link instanceof HTMLElement && { element: link }),
  };
  presence.card?.open(presence.reached);
  return presence.card ? 'open' : 'coming';

  function places(): readonly DOMRect[] {
    const shown = Array.from((link ?? range)?.getClientRects() ?? []);
    if (shown.length > 0) return shown;
    // A link that has gone takes its card with it; what never had a place is in the middle.
    return link ? [] : [new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0)];
  }

  /** Clicking has put the focus on it; else it is one under the pointer, or one in view. */
  function linkClicked(): Element | undefined {
    const same = [deepest(document.activeElement), ...document.querySelectorAll(':is(a, area)')].filter(leads);
    return same.find((one) => one === deepest(document.activeElement) || one.matches(':hover')) ?? same.find(isInView);
  }

  function deepest(element: Element | null): Element | null {
    const inner = element?.shadowRoot?.activeElement;
    return inner ? deepest(inner) : element;
  }

  function leads(element: Element | null): element is Element {
    return element !== null && 'href' in element && element.href === address;
  }

  function isInView(element: Element): boolean {
    const { bottom, top, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  }
}

/** Where the links within the selection lead. Sent into pages as source text. */
export function selectedAddresses(): string[] {
  const selection = getSelection();
  if (!selection?.rangeCount) return [];
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer.parentElement?.closest('a');
  const inside = range.cloneContents().querySelectorAll<HTMLAnchorElement>('a[href]');
  return [...(around ? [around] : []), ...inside].slice(0, 100).map(({ href }) => href);
}
