const leastMs = 5;
const patienceMs = 500;

/** Takes steps while the browser has nothing better to do, until one of them says that it was the last. */
export function inIdleTime(step: () => 'more' | 'done', signal: AbortSignal): void {
  requestIdleCallback(
    (deadline) => {
      const until = performance.now() + leastMs;
      let next: 'more' | 'done' = signal.aborted ? 'done' : step();
      while (next === 'more' && (deadline.timeRemaining() > 1 || performance.now() < until)) next = step();
      if (next === 'more') inIdleTime(step, signal);
    },
    // Some pages are never idle.
    { timeout: patienceMs },
  );
}
