import { browser } from '../../browser';

/** Brings Latchkey itself before the person: the popup where the browser opens it unasked, else the options. */
export async function openFace(): Promise<void> {
  await browser.action.openPopup().catch(() => browser.runtime.openOptionsPage());
}
