/** Time that moves only when it is told to. */
export interface Clock {
  now(): number;
  after(ms: number, deed: () => void): number;
  every(ms: number, deed: () => void): number;
  cancel(id: number | undefined): void;
  /** When the next deed is due; undefined where none is. */
  due(): number | undefined;
  /** Moves on to a time, without doing what is due on the way. */
  set(to: number): void;
  /** Moves on to the next deed and does it. */
  next(): void;
}

export function createClock(start = Date.UTC(2026, 10, 2, 9)): Clock {
  const deeds = new Map<number, { readonly at: number; readonly go: () => void }>();
  let now = start;
  let count = 0;

  function first(): [id: number, deed: { readonly at: number; readonly go: () => void }] | undefined {
    let found: ReturnType<typeof first>;
    for (const one of deeds) if (!found || one[1].at < found[1].at) found = one;
    return found;
  }

  function plan(id: number, ms: number, deed: () => void): number {
    deeds.set(id, { at: now + Math.max(0, ms), go: deed });
    return id;
  }
  function again(id: number, ms: number, deed: () => void): number {
    return plan(id, ms, () => {
      again(id, ms, deed);
      deed();
    });
  }

  return {
    now: () => now,
    after: (ms, deed) => plan(++count, ms, deed),
    every: (ms, deed) => again(++count, ms, deed),
    cancel: (id) => void (id !== undefined && deeds.delete(id)),
    due: () => first()?.[1].at,
    set: (to) => {
      now = Math.max(now, to);
    },
    next() {
      const [id, deed] = first() ?? [];
      if (id === undefined || !deed) return;
      deeds.delete(id);
      now = Math.max(now, deed.at);
      deed.go();
    },
  };
}

/** A `Date` that goes by it. */
export function dateOf(clock: Pick<Clock, 'now'>): DateConstructor {
  return class extends Date {
    constructor(...given: readonly [] | readonly [number | string]) {
      super(given.length > 0 ? (given[0] ?? 0) : clock.now());
    }
    static override now = () => clock.now();
  } as DateConstructor;
}
