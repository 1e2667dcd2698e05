/** Code in a file of its own, which is read when it is first wanted, or before, when nobody is kept waiting by it. */
export interface OnDemand<Code> {
  /** What was read; undefined before that. */
  readonly now: () => Code | undefined;
  /** Reads it, once. */
  readonly read: () => Promise<Code>;
}

export function onDemand<Code>(load: () => Promise<Code>): OnDemand<Code> {
  let code: Code | undefined;
  let reading: Promise<Code> | undefined;
  const kept = (loaded: Code) => {
    code = loaded;
    return loaded;
  };
  return {
    now: () => code,
    read: () => {
      reading ??= load().then(kept);
      return reading;
    },
  };
}
