import { type Held, type Holdings, placesOf } from './holdings';
import type { Reached } from './presence';

export interface Reaching {
  /** Asked at every event: whether there is still somebody to reach for. */
  goesOn(): boolean;
  readonly held: Holdings;
  reached(one: Reached): void;
  left(by: Reached['by']): void;
}

/** Calls `act` for events that a person has caused, and the page has not made. */
export function onTrusted<K extends keyof DocumentEventMap>(
  types: readonly K[],
  act: (event: DocumentEventMap[K]) => void,
  { goesOn, signal }: { readonly goesOn: () => boolean; readonly signal: AbortSignal },
): void {
  for (const type of types)
    document.addEventListener(type, (event) => event.isTrusted && goesOn() && act(event), {
      ...{ capture: true, passive: true, signal },
    });
}

export function asReached({ code, ...held }: Held, by: Reached['by'], element?: EventTarget): Reached {
  return {
    ...{ code, by, look: false, near: held.on, places: () => placesOf({ code, ...held }) },
    ...(element instanceof HTMLElement && { element }),
  };
}
