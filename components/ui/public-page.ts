import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../utils/browser';
import { useHostAccess } from './host-access';

/** WhatsApp's page for an invite, and the host of the pictures on it. */
const origins = ['*://chat.whatsapp.com/*', '*://pps.whatsapp.net/*'];
const page = { origins: origins.slice(0, 1) };

/** Asks the browser to let us read WhatsApp's public page. Must be called in the click or key itself. */
export function askPublicPage(): Promise<boolean> {
  return browser.permissions.request({ origins }).catch(() => false);
}

/** Whether WhatsApp's public page may be read; undefined until the browser has said. */
export function usePublicPage(): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  const look = useCallback(() => {
    browser.permissions.contains(page).then(setAllowed, () => setAllowed(false));
  }, []);
  useEffect(look, [look]);
  useHostAccess(look);
  return allowed;
}
