import type { Reached } from '../../utils/page/presence';
import { clearView } from './clear-view';
import { follow } from './follow';
import { drawInvite } from './invite-card';
import { listenToKeys } from './keys';
import { focus, standFor } from './stand';
import { staying } from './staying';

export interface ShownCard {
  readonly over: AbortSignal;
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
  let last = first;
  const reached = () => last;
  const before = focused() ?? first.element;
  const stand = standFor(first.near, over.signal);

  function close(): void {
    if (over.signal.aborted) return;
    const isLeft = stand.root.activeElement !== null || before?.matches(':focus-within');
    over.abort();
    if (isLeft && before) {
      dismiss(before);
      focus(before);
    }
    stand.host.remove();
  }

  function muted(): void {
    close();
    stop();
  }

  const { isHeld, leave, stay } = staying(stand, reached, close);
  drawInvite(stand, first, { isClear: clearView(stand), muted });
  listenToKeys(stand, { reached, escaped: close, passedOn: dismiss });
  follow(stand, { reached, isHeld, gone: close, orphaned: muted });
  // Who chose it from a menu has left the page with hand and eye already; nobody else loses the focus to it.
  if (first.by === 'menu') focus(stand.box);
  return {
    ...{ over: over.signal, close, leave, isAbout: (other) => isSame(last, other) },
    stay(again) {
      last = { ...last, ...again };
      stay();
    },
  };
}

/** What has the focus; nothing when only the page as a whole has it. */
function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  for (let inner = at; inner; inner = inner.shadowRoot?.activeElement ?? null) at = inner;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

/** The same invite at the same place, by whatever way; a look asked for in the menu is always a new one. */
function isSame(one: Reached, other: Reached): boolean {
  const [a, b] = [one.places()[0], other.places()[0]];
  return !other.look && one.code === other.code && a?.left === b?.left && a?.top === b?.top;
}
