import { render } from 'preact';
import { openRootOf } from '../../utils/page/node';
import type { Reached } from '../../utils/page/presence';
import { language, say } from '../../utils/words';
import { clearView } from './clear-view';
import { follow } from './follow';
import { InviteCard } from './InviteCard';
import { listenToKeys } from './keys';
import { keepEventsIn, standFor } from './stand';
import { staying } from './staying';

export interface ShownCard {
  readonly closed: AbortSignal;
  readonly isAbout: (reached: Reached) => boolean;
  /** Its invite was reached for again, maybe in another way. */
  readonly stay: (reached: Reached) => void;
  readonly leave: () => void;
  readonly close: () => void;
}

interface Wiring {
  /** The focus goes back to this element, which must not open its card again by that. */
  readonly dismiss: (element: HTMLElement) => void;
  /** Latchkey leaves the page. */
  readonly stop: () => void;
}

/** Puts a card up beside an invite, and takes it away again. */
export function showCard(first: Reached, { dismiss, stop }: Wiring): ShownCard {
  const over = new AbortController();
  const { signal } = over;
  const { code, look, by } = first;
  let last = first;
  const reached = () => last;
  const before = focused() ?? first.element;
  const stand = standFor(first.element ?? elementAt(first.places()[0]));
  const { host, root, box, inner } = stand;

  function close(): void {
    if (signal.aborted) return;
    const isLeft = root.activeElement !== null || before?.matches(':focus-within');
    over.abort();
    if (isLeft && before) {
      dismiss(before);
      before.focus({ preventScroll: true });
    }
    render(null, inner);
    host.remove();
  }

  function muted(): void {
    close();
    stop();
  }

  function stay(again: Reached): void {
    last = { ...last, ...again };
    stays.stay();
  }

  const stays = staying(stand, reached, close, signal);
  dressBox(box);
  const deeds = { isClear: clearView(stand, signal), holdFocus: () => hold(box), onMuted: muted };
  render(<InviteCard code={code} look={look} {...deeds} />, inner);
  keepEventsIn(stand, signal);
  listenToKeys({ stand, element: () => last.element, escaped: close, passedOn: dismiss }, signal);
  follow({ stand, reached, isHeld: stays.isHeld, gone: close, orphaned: muted }, signal);
  // Who chose it from a menu has left the page with hand and eye already; nobody else loses the focus to it.
  if (by === 'menu') hold(box);
  return { closed: signal, isAbout: (other) => isSame(last, other), stay, leave: stays.leave, close };
}

function hold(box: HTMLElement): void {
  box.focus({ preventScroll: true });
}

function dressBox(box: HTMLElement): void {
  box.className = 'card';
  box.lang = language();
  box.dir = say('catalogueDirection');
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', say('cardTitle'));
}

/** What has the focus; nothing when only the page as a whole has it. */
function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  for (let inner = at; inner; inner = openRootOf(inner)?.activeElement ?? null) at = inner;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

function elementAt(place: DOMRect | undefined): Element | undefined {
  if (!place) return undefined;
  const [x, y] = [place.left + place.width / 2, place.top + place.height / 2];
  let at = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = (at && openRootOf(at)?.elementFromPoint(x, y)) ?? null;
    if (!inner || inner === at) return at ?? undefined;
    at = inner;
  }
}

/** The same invite at the same place, by whatever way; a look asked for in the menu is always a new one. */
function isSame(one: Reached, other: Reached): boolean {
  if (other.look || one.code !== other.code) return false;
  const [a, b] = [one.places()[0], other.places()[0]];
  return a?.left === b?.left && a?.top === b?.top;
}
