import { useLayoutEffect } from 'preact/hooks';

/** What Enter in the search does; undefined while nothing is there to be done. */
export interface EnterKey {
  current: (() => void) | undefined;
}

/** Lets Enter in the search do this for as long as this face is there, and not a moment longer. */
export function useEnter(key: EnterKey, act: () => void): void {
  useLayoutEffect(() => {
    key.current = act;
    return () => {
      key.current = undefined;
    };
  });
}
