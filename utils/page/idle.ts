const sliceMs = 2;

/** Takes steps while the browser has nothing better to do, until there are no more. */
export function inIdleTime(steps: Iterator<unknown>, signal: AbortSignal): void {
  requestIdleCallback(
    () => {
      const until = performance.now() + sliceMs;
      while (!signal.aborted && !steps.next().done) if (performance.now() > until) return inIdleTime(steps, signal);
    },
    // Some pages are never idle.
    { timeout: 500 },
  );
}
