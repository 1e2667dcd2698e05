import { useEffect, useState } from 'preact/hooks';

const secondMs = 1_000;

/** The time, kept to the second until `until` has passed. */
export function useNow(until: number | undefined): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until === undefined || until <= Date.now()) return;
    const clock = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(clock);
    }, secondMs);
    return () => clearInterval(clock);
  }, [until]);
  return now;
}
