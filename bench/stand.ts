import type { CDPSession, Page } from 'playwright-core';
import type { LaunchOptions } from '../sandbox/browser/browser.ts';
import { type Chromium, greeting, launchChromium } from '../sandbox/browser/chromium.ts';
import { type Made, made, type Plan } from './extensions.ts';

/** A Chromium with Latchkey and with extensions that are made for the bench. */
export interface Stand {
  readonly browser: Chromium;
  /** The browser's own connection. */
  readonly cdp: CDPSession;
  /** Address of a made extension, by its name. */
  origin(name: string): string;
  /** Puts a page in front, and takes it away when that has been done. */
  onPage<T>(deed: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openStand(
  extension: string,
  plans: readonly (Plan | Made)[],
  options: Partial<LaunchOptions> = {},
): Promise<Stand> {
  const floors = await Promise.all(plans.map((plan) => ('folder' in plan ? plan : made(plan))));
  // What was made before stays for whoever made it.
  const own = floors.filter((floor) => !plans.some((plan) => plan === floor));
  const browser = await launchChromium({ extension, ...options });
  try {
    const cdp = await connectionOf(browser);
    const origins = new Map<string, string>();
    for (const floor of floors) origins.set(floor.name, await loaded(cdp, floor));
    await browser.grantHosts();
    // Our process would run for as long as that is open.
    await (await greeting(browser.context, browser.extensionUrl('welcome.html'))).close();
    return {
      browser,
      cdp,
      origin: (name) => origins.get(name) ?? '',
      async onPage(deed) {
        const page = await browser.context.newPage();
        try {
          return await deed(page);
        } finally {
          await page.close();
        }
      },
      close: () => closed(browser, own),
    };
  } catch (error) {
    await closed(browser, own);
    throw error;
  }
}

async function closed(browser: Chromium, floors: readonly Made[]): Promise<void> {
  await browser.close();
  await Promise.all(floors.map(({ forget }) => forget()));
}

async function connectionOf({ context }: Chromium): Promise<CDPSession> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('Chromium gave no connection of its own');
  return cdp;
}

async function loaded(cdp: CDPSession, { folder }: Made): Promise<string> {
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: folder });
  return `chrome-extension://${id}`;
}
