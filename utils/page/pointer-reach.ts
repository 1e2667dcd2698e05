import { type Held, type Holdings, placesOf } from './holdings';
import { asReached, onTrusted, type Reaching } from './reach';

const restMs = 300;
const deepest = 12;

/** Tells when somebody rests the pointer on an invite, and when it goes away again. */
export function watchPointer({ goesOn, held, reached, left }: Reaching, signal: AbortSignal): void {
  let over: Held | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function moveTo(next: Held | undefined): void {
    if (next?.on === over?.on && next?.text === over?.text) return;
    clearTimeout(resting);
    if (over) left('pointer');
    over = next;
    if (next) resting = setTimeout(() => goesOn() && reached(asReached(next, 'pointer')), restMs);
  }

  const when = { goesOn, signal };
  onTrusted(
    ['pointermove', 'pointerover'],
    (event) => event.pointerType !== 'touch' && moveTo(heldAt(event, held)),
    when,
  );
  onTrusted(['pointerout'], (event) => event.relatedTarget === null && moveTo(undefined), when);
  // Who presses follows the link, or selects text.
  onTrusted(['pointerdown'], () => clearTimeout(resting), when);
  signal.addEventListener('abort', () => clearTimeout(resting));
}

function heldAt(event: PointerEvent, held: Holdings): Held | undefined {
  for (const target of event.composedPath().slice(0, deepest)) {
    const found = held.at(target).find((one) => !one.text || isAt(one, event));
    if (found) return found;
  }
  return undefined;
}

function isAt(one: Held, { clientX: x, clientY: y }: PointerEvent): boolean {
  return placesOf(one).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}
