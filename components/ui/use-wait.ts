import { useEffect, useState } from 'preact/hooks';

/** What is left of a wait, in ms, as it runs down; it begins anew whenever another `begun` comes with it. */
export function useWait(waitMs: number, begun: unknown): number {
  const [left, setLeft] = useState(waitMs);
  useEffect(() => {
    const end = Date.now() + waitMs;
    setLeft(waitMs);
    if (waitMs <= 0) return;
    const timer = setInterval(() => {
      const now = Math.max(0, end - Date.now());
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [waitMs, begun]);
  return left;
}
