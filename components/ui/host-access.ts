import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { originPattern } from '../../utils/server-address';

/**
 * Asks the browser to let us talk to a server's host. Must be called in the click or key itself, before anything is
 * awaited: browsers ask for nothing otherwise.
 */
export async function askHostAccess(server: string): Promise<boolean> {
  const origin = originPattern(server);
  return origin !== undefined && (await browser.permissions.request({ origins: [origin] }).catch(() => false));
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
