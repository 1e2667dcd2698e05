import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { holdKeys } from './held-keys';
import type { OnDemand } from './on-demand';
import { painted } from './painted';

interface Meanwhile {
  /** What stands in its place until it has been read. */
  readonly instead?: ComponentType;
  /** Whether somebody who asks for it goes on by keyboard: keys pressed too early are kept for it. */
  readonly takesKeys?: boolean;
}

/** A face whose code comes on demand. Where that has been read already, it stands at once as any other. */
export function later<Code, P extends object>(
  code: OnDemand<Code>,
  face: (code: Code) => ComponentType<P>,
  { instead: Instead, takesKeys = false }: Meanwhile = {},
): FunctionComponent<P> {
  return function Later(props) {
    const now = useOnDemand(code, { takesKeys });
    if (!now) return Instead ? <Instead /> : null;
    const Face = face(now);
    return <Face {...props} />;
  };
}

interface Wanting extends Pick<Meanwhile, 'takesKeys'> {
  /** Where it is not, nothing is read for its sake. */
  readonly isWanted?: boolean;
}

/** Code that comes on demand; undefined until it is there. */
export function useOnDemand<Code>(
  { now, read }: OnDemand<Code>,
  { isWanted = true, takesKeys = false }: Wanting = {},
): Code | undefined {
  const code = now();
  const isAwaited = isWanted && code === undefined;
  const [, draw] = useState(false);
  useLayoutEffect(() => {
    if (!isAwaited) return;
    const gone = new AbortController();
    const handOn = takesKeys ? holdKeys() : undefined;
    // Nobody is kept waiting by what stands there besides: what has been drawn is painted first.
    const reading = takesKeys ? read() : painted().then(read);
    reading.then(() => !gone.signal.aborted && draw(true));
    // Runs when the face stands and has taken the focus, or when nobody wants it any more.
    return () => {
      gone.abort();
      handOn?.();
    };
  }, [isAwaited]);
  return code;
}
