import type { Browser } from '../../sandbox/browser/browser.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';

interface Draft {
  readonly make: string;
  readonly name: string;
  readonly server: string;
}

/** Saves an account as the options page would: the host is allowed in a click, then the form's question is asked. */
export async function seeded(browser: Browser, draft: Draft): Promise<void> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  const { protocol, hostname } = new URL(draft.server);
  await allowed(tab, [`${protocol}//${hostname}/*`]);
  await answered(tab, 'account.save', draft);
  await tab.close();
}

/** Lets pages be looked at, everywhere or on these hosts, as the options page would. */
export async function allowedSites(browser: Browser, sites: 'everywhere' | readonly string[]): Promise<void> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  const everywhere = sites === 'everywhere';
  await allowed(tab, everywhere ? ['*://*/*'] : sites.map((host) => `*://${host}/*`));
  await answered(tab, 'site.change', everywhere ? { everywhere } : { on: sites });
  await tab.close();
}

/** The browser lets the extension at these hosts, because somebody clicked. */
export async function allowed(tab: Tab, origins: readonly string[], on = 'h1'): Promise<void> {
  await tab.evaluate(askOnClick, origins);
  await tab.click(on);
  await tab.until('the permission', () => tab.evaluate<boolean>('document.title === "allowed"'));
}

/** Asks the background from a page of ours, as its faces do. */
export async function answered<R>(tab: Tab, question: string, asked?: unknown): Promise<R> {
  const answer = await tab.evaluate(ask, { question, asked });
  if (!('answer' in answer)) throw new Error(`${question} was troubled: ${JSON.stringify(answer)}`);
  return answer.answer as R;
}

function askOnClick(origins: readonly string[]): void {
  const { permissions } = Reflect.get(globalThis, 'chrome');
  document.onclick = async () => {
    if (await permissions.request({ origins })) document.title = 'allowed';
  };
}

function ask(message: { readonly question: string; readonly asked: unknown }): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}
