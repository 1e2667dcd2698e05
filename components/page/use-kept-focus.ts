import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** When what had the focus is drawn no more, the focus is held rather than lost to the page. */
export function useKeptFocus(within: RefObject<HTMLElement | null>, hold: () => void): void {
  // Asked while drawing: the node is still there then.
  const root = within.current?.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const held = within.current?.contains(focused) ? focused : null;
  useLayoutEffect(() => {
    if (held && !held.isConnected) hold();
  });
}
