import type { Browser } from './browser/browser.ts';
import type { Options } from './faces/options.ts';
import { openPopup } from './faces/popup.ts';
import type { Words } from './faces/words.ts';
import type { Sandbox } from './serve.ts';

/** What stands when the account has been connected. */
export interface Playing {
  readonly browser: Browser;
  readonly sandbox: Sandbox;
  readonly words: Words;
  readonly options: Options;
}

/** Leaves the browser to a person until it is closed. Gives the exit code. */
export async function playground({ browser, sandbox, words }: Playing): Promise<number> {
  await browser.open(`${sandbox.url}/_sandbox/pages/directory`);
  await browser.open(`${sandbox.url}/_sandbox/page`);
  await openPopup(browser, words);
  console.log(whatToTry(sandbox.url));
  const interrupted = new Promise<void>((resolve) => {
    process.on('SIGINT', resolve).on('SIGTERM', resolve);
  });
  await Promise.race([browser.gone(), interrupted]);
  return 0;
}

function whatToTry(url: string): string {
  return `
A browser is open, with Latchkey in it and an account connected to the sandbox.
  Click Latchkey in the toolbar (behind the puzzle piece, where it can be pinned), or use the tab that shows the popup.
  Type “vip”, press Enter: the link is on the clipboard. Retire it, and copy the new one.
  Right-click in a field of the page to write in, to insert a link there.
  Let Latchkey look at pages (in the popup, or in the options), then point at an invite in the directory: the card opens.
  More pages to try it on: ${url}/_sandbox/pages/
  Ten thousand groups: add an account in the options, with the second credentials above.

To make the gateway misbehave:
  curl -X POST ${url}/_sandbox/faults -H 'content-type: application/json' -d '{"fault":"not-rotated"}'
  Others: slow, hang, drop, 401, 429, 500, html-200, undefined, rotated-answer-lost (a wrong name lists them all).
  curl -X DELETE ${url}/_sandbox/faults      takes every order back.

Close the browser, or press Ctrl+C here, to end.`;
}
