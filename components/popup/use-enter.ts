import { useLayoutEffect, useRef } from 'preact/hooks';

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

/** What Enter in the search does; while something is awaited, once that has come, as long as nobody searches on. */
export function useEnterAfter(isAwaited: boolean, query: string, key: EnterKey): () => void {
  const pressed = useRef<string>(undefined);
  useLayoutEffect(() => {
    const was = pressed.current;
    if (isAwaited) return;
    pressed.current = undefined;
    if (was === query) key.current?.();
  }, [isAwaited]);
  return () => {
    if (isAwaited) pressed.current = query;
    else key.current?.();
  };
}
