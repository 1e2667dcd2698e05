import { useEffect, useRef } from 'preact/hooks';
import { browser } from '../../utils/browser';
import { originPattern } from '../../utils/origin-pattern';

/** Lets the browser say why a connection fails, and adds no word to what it asks the user. */
const reasons = ['webRequest'] as const;

/**
 * Asks the browser to let us talk to a server's host. Must be called in the click or key itself, before anything is
 * awaited: browsers ask for nothing otherwise.
 */
export async function askHostAccess(server: string): Promise<boolean> {
  const origin = originPattern(server);
  if (origin === undefined) return false;
  return browser.permissions.request({ origins: [origin], permissions: [...reasons] }).catch(() => false);
}

/** For a host that was allowed before reasons were asked for. The same holds: in the click itself. */
export function askReasons(): void {
  browser.permissions.request({ permissions: [...reasons] }).catch(() => undefined);
}

/** Calls back when the user gives or takes access to a host, here or in the browser's own settings. */
export function useHostAccess(changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const tell = () => latest.current();
    browser.permissions.onAdded.addListener(tell);
    browser.permissions.onRemoved.addListener(tell);
    return () => {
      browser.permissions.onAdded.removeListener(tell);
      browser.permissions.onRemoved.removeListener(tell);
    };
  }, []);
}
