import type { Held, Holdings } from './holdings';
import { inOrder } from './place';
import { asReached, onTrusted, type Reaching } from './reach';
import { holds } from './tree';

const keyMs = 150;

/** Tells when somebody comes to an invite with the Tab key. A page that moves the focus by itself is not somebody. */
export function watchFocus({ goesOn, held, reached, left }: Reaching, signal: AbortSignal): void {
  const when = { goesOn, signal };
  let tabbedAt = Number.NEGATIVE_INFINITY;
  onTrusted(
    ['keydown'],
    ({ key, timeStamp }) => {
      if (key === 'Tab') tabbedAt = timeStamp;
    },
    when,
  );
  onTrusted(
    ['focusin'],
    (event) => {
      const [target] = event.composedPath();
      const found = event.timeStamp - tabbedAt < keyMs ? heldIn(target, held) : undefined;
      if (found) reached(asReached(found, 'focus', target));
    },
    when,
  );
  onTrusted(['focusout'], () => left('focus'), when);
}

/** The invite that an element leads to, or the first that is within it. */
function heldIn(target: EventTarget | undefined, held: Holdings): Held | undefined {
  if (!(target instanceof Element)) return undefined;
  const [own] = held.at(target);
  return own ?? inOrder(Array.from(held.all()).filter(({ on }) => holds(target, on)))[0];
}
