import { useEffect, useRef, useState } from 'preact/hooks';
import { armMs, heldKeys, isArmed } from './arming';

export interface Armed {
  readonly armed: boolean;
  /** To be asked in the click itself: timers may run late, clocks do not. */
  readonly isNow: () => boolean;
}

/** Whether `content` has stood in this window, visible and focused, for long enough to be pressed. */
export function useArmed(content: string): Armed {
  const since = useRef<number>(undefined);
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      const inView = document.visibilityState === 'visible' && document.hasFocus();
      since.current = inView ? performance.now() : undefined;
      setArmed(false);
      if (inView) timer = Number(setTimeout(() => setArmed(isArmed(since.current, performance.now())), armMs + 20));
    };
    for (const event of ['focus', 'blur', 'resize']) addEventListener(event, look, { signal: gone.signal });
    document.addEventListener('visibilitychange', look, { signal: gone.signal });
    gone.signal.addEventListener('abort', () => clearTimeout(timer));
    look();
    return () => gone.abort();
  }, [content]);
  return { armed, isNow: () => isArmed(since.current, performance.now()) };
}

/** Keeps held keys from pressing buttons, anywhere in the window. */
export function useHeldKeys(isReady: () => boolean): void {
  const latest = useRef(isReady);
  latest.current = isReady;
  useEffect(() => {
    const gone = new AbortController();
    const keys = heldKeys();
    const guard = (swallows: (event: KeyboardEvent) => boolean) => (event: KeyboardEvent) => {
      const onButton = event.target instanceof Element && event.target.closest('button, input[type=checkbox]') !== null;
      if (onButton && swallows(event)) event.preventDefault();
    };
    const options = { capture: true, signal: gone.signal };
    addEventListener(
      'keydown',
      guard((event) => keys.down(event, latest.current())),
      options,
    );
    addEventListener(
      'keyup',
      guard((event) => keys.up(event)),
      options,
    );
    return () => gone.abort();
  }, []);
}
