import type { Reached } from '../../utils/page/presence';
import type { Stand } from './stand';

export interface Staying {
  /** Closes after a moment, unless somebody is on the card or back at the invite by then. */
  readonly leave: () => void;
  readonly stay: () => void;
  /** Whether somebody is at work in the card. */
  readonly isHeld: () => boolean;
}

/** Long enough for a pointer to travel from the invite to the card. */
const graceMs = 400;

/** The card goes when one leaves it, and bears a pointer on its way. */
export function staying({ box, root }: Stand, reached: () => Reached, gone: () => void, signal: AbortSignal): Staying {
  let leaving = 0;
  let pointer: { readonly x: number; readonly y: number } | undefined;

  function leave(): void {
    clearTimeout(leaving);
    leaving = Number(setTimeout(() => (isHeld() || isAtInvite() ? leave() : gone()), graceMs));
  }

  /** A click leaves the focus behind; only a focus that shows itself is somebody at the keyboard. */
  function isHeld(): boolean {
    return box.matches(':hover') || root.activeElement?.matches(':focus-visible') === true;
  }

  function isAtInvite(): boolean {
    const { element, places } = reached();
    if (element?.matches(':hover, :focus, :focus-within')) return true;
    return pointer !== undefined && places().some((place) => isIn(place, pointer));
  }

  const note = ({ clientX: x, clientY: y }: PointerEvent) => (pointer = { x, y });
  addEventListener('pointermove', note, { capture: true, passive: true, signal });
  box.addEventListener('pointerleave', leave, { signal });
  box.addEventListener('focusout', leave, { signal });
  signal.addEventListener('abort', () => clearTimeout(leaving));
  return { leave, stay: () => clearTimeout(leaving), isHeld };
}

function isIn({ left, right, top, bottom }: DOMRect, at: { readonly x: number; readonly y: number } | undefined) {
  return at !== undefined && left <= at.x && at.x <= right && top <= at.y && at.y <= bottom;
}
