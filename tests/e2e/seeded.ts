import type { Browser } from '../../sandbox/browser/browser.ts';

interface Draft {
  readonly make: string;
  readonly name: string;
  readonly server: string;
}

/** Saves an account as the options page would: the host is allowed in a click, then the form's question is asked. */
export async function seeded(browser: Browser, draft: Draft): Promise<void> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  const { protocol, hostname } = new URL(draft.server);
  await tab.evaluate(askOnClick, `${protocol}//${hostname}/*`);
  await tab.click('h1');
  await tab.until('the permission', () => tab.evaluate<boolean>('document.title === "allowed"'));
  const answer = await tab.evaluate(ask, draft);
  if (!('answer' in answer)) throw new Error(`The account was not saved: ${JSON.stringify(answer)}`);
  await tab.close();
}

function askOnClick(origin: string): void {
  const { permissions } = Reflect.get(globalThis, 'chrome');
  document.onclick = async () => {
    if (await permissions.request({ origins: [origin] })) document.title = 'allowed';
  };
}

function ask(asked: Draft): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage({ question: 'account.save', asked });
}
