const sliceMs = 2;

/** Takes steps while the browser has nothing better to do, until there are no more, or it is over. */
export function inIdleTime(steps: Iterator<unknown>, isOver: () => boolean): void {
  requestIdleCallback(
    () => {
      // The page's own `performance` would have to be made ready first.
      const until = Date.now() + sliceMs;
      while (!isOver() && !steps.next().done) if (Date.now() > until) return inIdleTime(steps, isOver);
    },
    // Some pages are never idle.
    { timeout: 500 },
  );
}
