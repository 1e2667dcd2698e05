/** What the stopwatch saw in one world of a page, in milliseconds. */
export interface Stopped {
  readonly total: number;
  readonly longest: number;
  readonly calls: number;
  /** The call named `look`, where there was one. */
  readonly look?: number;
}

/** Stands before a script where no trace can be had, and times whatever it has the browser call. Tells when it is asked. */
export function stopwatch(): void {
  const world = globalThis;
  if (Reflect.get(world, 'isTimed')) return;
  Reflect.set(world, 'isTimed', true);
  const stopped = { total: 0, longest: 0, calls: 0, look: undefined as number | undefined };

  function timed<F extends (...args: never[]) => unknown>(call: F): (...args: Parameters<F>) => unknown {
    return (...args) => {
      const began = performance.now();
      try {
        return call(...args);
      } finally {
        const ms = performance.now() - began;
        stopped.total += ms;
        stopped.longest = Math.max(stopped.longest, ms);
        stopped.calls += 1;
        if (call.name === 'look') stopped.look = ms;
      }
    };
  }

  for (const name of ['requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'setInterval'] as const) {
    const own: (call: unknown, more?: unknown) => unknown = Reflect.get(world, String(name)).bind(world);
    Reflect.set(world, name, (call: (...args: never[]) => unknown, more?: unknown) => own(timed(call), more));
  }
  const Original = MutationObserver;
  function Timed(call: MutationCallback): MutationObserver {
    return new Original(timed(call));
  }
  Reflect.set(world, 'MutationObserver', Timed);
  document.addEventListener('bench-tell', () => {
    document.documentElement.setAttribute('data-bench', JSON.stringify(stopped));
  });
}
