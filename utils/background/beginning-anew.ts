import { browser } from '../browser';

/** Lies there from forgetting everything until Latchkey has begun anew. */
export const forgottenKey = 'forgotten';

const soonMs = 60_000;

/** Somebody has just had everything forgotten: what comes is what a newcomer sees. */
export async function welcomed(): Promise<void> {
  const at = Number((await browser.storage.local.get(forgottenKey))[forgottenKey] ?? Number.NaN);
  if (Number.isNaN(at)) return;
  await browser.storage.local.remove(forgottenKey);
  if (Date.now() - at < soonMs) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
