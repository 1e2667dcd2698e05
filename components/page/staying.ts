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
export function staying({ box, root, over: signal }: Stand, reached: () => Reached, gone: () => void): Staying {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let [x, y] = [Number.NaN, Number.NaN];

  const stay = () => clearTimeout(leaving);

  function leave(): void {
    stay();
    leaving = setTimeout(() => (isHeld() || isAtInvite() ? leave() : gone()), graceMs);
  }

  /** A click leaves the focus behind; only a focus that shows itself is somebody at the keyboard. */
  function isHeld(): boolean {
    return box.matches(':hover') || root.activeElement?.matches(':focus-visible') === true;
  }

  function isAtInvite(): boolean {
    const { element, places } = reached();
    const isIn = ({ left, right, top, bottom }: DOMRect) => left <= x && x <= right && top <= y && y <= bottom;
    return element?.matches(':hover, :focus, :focus-within') || places().some(isIn);
  }

  function note({ clientX, clientY }: PointerEvent): void {
    [x, y] = [clientX, clientY];
  }

  addEventListener('pointermove', note, { capture: true, passive: true, signal });
  box.addEventListener('pointerleave', leave, { signal });
  box.addEventListener('focusout', leave, { signal });
  signal.addEventListener('abort', stay);
  return { leave, stay, isHeld };
}
