import type { Chromium } from '../browser/chromium.ts';

export const dayMs = 86_400_000;
/** When the pictures are taken, whenever they are: a Tuesday morning. */
export const today = Date.UTC(2027, 3, 13, 8, 5);

/** Sets the clock of the background, and of every page that is opened from now on. It goes on from there. */
export async function setClock(browser: Chromium, now: number): Promise<void> {
  const shift = now - Date.now();
  await browser.context.addInitScript(putOn, shift);
  await browser.evaluateInBackground(putOn, shift);
  // Bells of a time that is not: nothing rings while the pictures are taken.
  await browser.evaluateInBackground('chrome.alarms.create = () => Promise.resolve()');
}

/** Runs wherever there is a clock. */
function putOn(shift: number): void {
  const place: { Date: DateConstructor; clockOfTheMachine?: DateConstructor } = globalThis;
  const real = place.clockOfTheMachine ?? place.Date;
  place.clockOfTheMachine = real;
  place.Date = class extends real {
    constructor(...parts: [number]) {
      super(...(parts.length > 0 ? parts : ([real.now() + shift] as [number])));
    }
    static override now() {
      return real.now() + shift;
    }
  } as DateConstructor;
}
