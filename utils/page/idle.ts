const sliceMs = 2;

/**
 * Takes steps while the browser has nothing better to do, until there are no more, or it is over. What takes longer than a
 * slice asks for two at once: with one, a page that is drawn all the time would leave it but one a frame. The page's own
 * work still comes between them. `further` is how many follow a slice that was not enough; callers leave it alone.
 */
export function inIdleTime(steps: Iterator<unknown>, isOver: () => boolean, further = 2): void {
  requestIdleCallback(
    () => {
      // The page's own `performance` would have to be made ready first.
      const until = Date.now() + sliceMs;
      while (!isOver() && !steps.next().done)
        if (Date.now() > until) {
          while (further-- > 0) inIdleTime(steps, isOver, 1);
          return;
        }
    },
    // Some pages are never idle.
    { timeout: 500 },
  );
}
