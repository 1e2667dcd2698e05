import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A face that most never see: its code is read when it is first wanted. `load` is looked at once. */
export function useLater<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> | undefined {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<P> }>();
  useEffect(() => {
    const gone = new AbortController();
    load().then((Part) => !gone.signal.aborted && setLoaded({ Part }));
    return () => gone.abort();
  }, []);
  return loaded?.Part;
}
