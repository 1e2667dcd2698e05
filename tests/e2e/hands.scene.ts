import { expect, it } from 'vitest';
import type { Keyboard } from '../../sandbox/browser/keyboard.ts';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { answered } from './seeded.ts';
import { canHaveKeyboard, type Stage, stage } from './stage.ts';

const last = 'VIP Launch List';
const other = 'Beta Testers';
const middle = { x: 640, y: 600 };

it.skipIf(!canHaveKeyboard)('copies by a key and from the address bar, on any page, and notes it', async () => {
  const { on, keyboard, before } = await withOneUsed();
  const page = await on.page(on.pagesUrl('mail'));
  await page.until('the link by a key', async () => {
    await keyboard.clickAt(middle);
    await keyboard.press('alt+shift+y');
    return isCopied(on, last);
  });
  await page.until('the link from the address bar', async () => {
    await inAddressBar(keyboard, `inv ${other}`);
    return isCopied(on, other);
  });
  await page.goto(on.browser.name === 'chromium' ? 'chrome://version' : 'about:license');
  await page.until('the link where nobody may look', async () => {
    await inAddressBar(keyboard, `inv ${last}`);
    return isCopied(on, last);
  });
  const noted = await handOuts(on);
  expect(noted.slice(0, noted.length - before).every(({ shape }) => shape === 'link')).toBe(true);
  expect(new Set(noted.map(({ group }) => group)).size).toBe(2);
});

/** Everything that a person would see of it waits for as long as the sign does. */
async function isCopied(on: Stage, group: string): Promise<boolean> {
  await new Promise((done) => setTimeout(done, 2_500));
  return (await on.clipboard()).text === (await on.linkInSandbox(group));
}

async function inAddressBar(keyboard: Keyboard, text: string): Promise<void> {
  await keyboard.press('ctrl+l');
  await new Promise((there) => setTimeout(there, 500));
  await keyboard.type(text);
  await new Promise((found) => setTimeout(found, 1_500));
  await keyboard.press('Return');
}

async function handOuts(on: Stage): Promise<readonly { readonly group: string; readonly shape: string }[]> {
  const page: Tab = await on.browser.open(on.browser.extensionUrl('welcome.html'));
  const list = { filter: {}, limit: 50 };
  const { rows } = await answered<{ rows: [] }>(page, 'ledger.list', list);
  await page.close();
  return rows;
}

async function withOneUsed(): Promise<{ on: Stage; keyboard: Keyboard; before: number }> {
  const on = await stage({ window: true });
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(last);
  await popup.copyAs('markdown');
  const { length: before } = await handOuts(on);
  if (!on.keyboard) throw new Error('There is no keyboard');
  return { on, keyboard: on.keyboard, before };
}
