import { browser } from '../browser';

const pingMs = 20_000;

/**
 * Keeps the background alive while a deed lasts. Firefox ends it 30 s after the last event, even with a request in
 * flight or a question unanswered; any call to the browser counts as one.
 */
export async function awake<T>(deed: () => Promise<T>): Promise<T> {
  const pings = setInterval(() => browser.runtime.getPlatformInfo().catch(() => {}), pingMs);
  try {
    return await deed();
  } finally {
    clearInterval(pings);
  }
}
