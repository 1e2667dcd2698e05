import { useEffect, useRef } from 'preact/hooks';

/** For work that somebody may leave: each begins anew where there was one before, and ends with the face. */
export function useController() {
  const now = useRef<AbortController>(undefined);
  const abort = () => now.current?.abort();
  useEffect(() => abort, []);
  const next = () => {
    abort();
    now.current = new AbortController();
    return now.current.signal;
  };
  return { next, abort };
}
