/** Something that can be held up from outside. */
export interface Pausing {
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Resolves at once, or when the pause ends. */
  readonly ready: () => Promise<void>;
  /** Resolves after so long, or when it is called off. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function pausing(): Pausing {
  let pause: PromiseWithResolvers<void> | undefined;
  return {
    pause: () => {
      pause ??= Promise.withResolvers();
    },
    goOn: () => {
      pause?.resolve();
      pause = undefined;
    },
    ready: async () => pause?.promise,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => [clearTimeout(timer), resolve()], { once: true });
      }),
  };
}
