import type { Page } from 'playwright-core';

/** When something was first on the screen, and the frame after the main control had its place, in ms. */
export interface Opened {
  readonly paint: number;
  readonly control: number;
  /** Scripts that had been read by then, by their addresses in the extension. */
  readonly scripts: readonly string[];
}

/** The main control: a button that says this, and is ready only with an invite's link beside it. */
export interface Control {
  readonly word: string;
  readonly withLink: boolean;
}

/** Opens a popup and waits until its main control has been painted. */
export async function openedAt(page: Page, url: string, control: Control): Promise<Opened> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  await page.addInitScript(waitForControl, control);
  await page.goto(url);
  const painted = await page.waitForFunction(() => Reflect.get(globalThis, 'controlAt'), undefined, {
    polling: 50,
    timeout: 15_000,
  });
  return { control: Number(await painted.jsonValue()), scripts: [...scripts], paint: await firstPaint(page) };
}

async function firstPaint(page: Page): Promise<number> {
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    undefined,
    { polling: 50, timeout: 5_000 },
  );
  return Number(await paint.jsonValue());
}

/** Runs in the popup before anything else. */
function waitForControl({ word, withLink }: Control): void {
  const hasLink = () => document.querySelector('[title^="https://chat.whatsapp.com/"]') !== null;
  const isThere = (button: HTMLButtonElement) =>
    !button.disabled && (button.textContent ?? '').includes(word) && button.getClientRects().length > 0;
  const isReady = () => [...document.querySelectorAll('button')].some(isThere) && (!withLink || hasLink());
  const look = () => {
    if (!isReady()) return requestAnimationFrame(look);
    return requestAnimationFrame(() => Reflect.set(globalThis, 'controlAt', performance.now()));
  };
  requestAnimationFrame(look);
}
