import { browser } from '../browser';

const pingMs = 20_000;

let deeds = 0;
let pings: ReturnType<typeof setInterval> | undefined;

/**
 * Keeps the background alive while a deed lasts. Firefox ends it 30 s after the last event, even with a request in
 * flight or a question unanswered; any call to the browser counts as one.
 */
export async function awake<T>(deed: () => Promise<T>): Promise<T> {
  deeds += 1;
  pings ??= setInterval(ping, pingMs);
  try {
    return await deed();
  } finally {
    deeds -= 1;
  }
}

/** One clock for all: most deeds are over before it would be set. */
function ping(): void {
  if (deeds > 0) return void browser.runtime.getPlatformInfo().catch(() => {});
  clearInterval(pings);
  pings = undefined;
}
