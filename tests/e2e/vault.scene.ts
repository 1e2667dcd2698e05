import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { keptIn } from './kept.ts';
import { filesWith, spellings } from './raw-search.ts';
import { alike, browserName, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const passphrase = 'seven umbrellas in the hall';

alike('locks the keys behind a passphrase, while known links stay at hand', async () => {
  const on = await stage();
  await on.addAccount();
  const before = await on.popup();
  await before.choose(group);
  const link = await before.link();
  await before.tab.close();

  const { tab, show } = await on.options();
  await show('sectionKeys');
  await tab.waitForText(on.words('keysOpen'));
  await on.shot('keys-without-passphrase');
  await tab.click({ role: 'button', name: on.words('passphraseSet') });
  await tab.fill({ role: 'textbox', name: on.words('passphraseNew'), nth: 0 }, passphrase);
  await tab.fill({ role: 'textbox', name: on.words('passphraseAgain') }, passphrase);
  await on.shot('keys-setting-a-passphrase');
  await tab.click({ role: 'button', name: on.words('passphraseSet') });
  await tab.waitForText(on.words('keysGuarded'));
  await on.shot('keys-guarded');
  await tab.click({ role: 'button', name: on.words('lockNow') });
  await tab.waitForText(on.words('troubleVaultLocked'));
  await on.shot('keys-locked');

  await on.forgetRequests();
  const popup = await on.popup();
  await popup.tab.waitForText(on.words('troubleVaultLocked'));
  await popup.choose(group);
  expect(await popup.link()).toBe(link);
  await popup.copy();
  expect((await on.clipboard()).text).toBe(link);
  await unlock(on, popup.tab, 'seven umbrellas in the wall');
  await popup.tab.waitForText(on.words('troubleWrongPassphrase'));
  await on.shot('popup-wrong-passphrase');
  expect(await on.requests()).toEqual([]);
  await unlock(on, popup.tab, passphrase);
  await popup.tab.waitUntilGone('.unlock');
  await popup.choose(group);
  await popup.retire();
  const fresh = await popup.linkAfter(link);

  // The browser takes the open key with it.
  await on.browser.restart();
  // So soon after it was given, a permission may not have reached the disk.
  await on.browser.grantHosts();
  await on.allowSites(['127.0.0.1']);
  const { tab: inside } = await openInviteWindow(on.browser, on.words, `look-${fresh.slice(-22)}`);
  await inside.waitForText(on.words('troubleVaultLocked'));
  await inside.waitFor('.unlock');
  await inside.screenshot(`.sandbox/pictures/${browserName}/window-locked.png`);
  await unlock(on, inside, passphrase);
  await inside.waitUntilGone('.unlock');
  await inside.waitFor('.verdict');
});

thorough('says on its button that a retirement waits for the keys, and goes on once they are there', async () => {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  const old = await popup.link();
  await ask(popup.tab, 'vault.protect', { old: '', next: passphrase });
  await on.order('rotate-late', { ms: 3000 });
  await popup.retire();
  await popup.tab.waitForText(on.words('openRevocationNext'));
  await ask(popup.tab, 'vault.lock');
  const title = () => on.browser.evaluateInBackground<string>('chrome.action.getTitle({})');
  expect(await title()).toBe(on.words('lockedWaiting'));
  await popup.tab.until('the change', async () => (await on.linkInSandbox(group)) !== old);
  await on.forgetRequests();
  await ask(popup.tab, 'vault.unlock', passphrase);
  await popup.tab.until('the end of it', async () => (await title()) === on.words('name'));
  expect(await popup.linkAfter(old)).toBe(await on.linkInSandbox(group));
  expect(await on.revocations()).toEqual([]);
});

alike('gives a key neither to a script in a page nor to who reads the profile of a locked browser', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'latchkey-vault-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const on = await stage({ profile });
  const makes = ['wawp', 'wasend'] as const;
  for (const make of makes) await on.addAccount(make, 'demo', `Found in the profile ${make}`);
  const keys = [on.entry('wawp').fields.fieldWawpToken ?? '', on.entry('wasend').fields.fieldWasendKey ?? ''];
  const popup = await on.popup();
  await popup.choose(group);
  await ask(popup.tab, 'vault.protect', { old: '', next: passphrase });
  const { iterations } = Reflect.get(Object((await keptIn(popup.tab)).local.vault?.value), 'lock');
  expect(iterations).toBeGreaterThanOrEqual(600_000);

  // While the keys are open: what a script of ours in that page reads, the page's process reads.
  const page = await on.page(on.pagesUrl('directory'));
  const seen = await on.browser.evaluateInBackground(readInPage, await page.id());
  if (browserName === 'chromium') expect(seen).toEqual({ local: 'refused', session: 'refused' });
  else expect(seen).toEqual({ local: expect.stringContaining('Found in the profile'), session: 'refused' });
  for (const spelling of [...keys, passphrase].flatMap(spellings)) expect(JSON.stringify(seen)).not.toContain(spelling);

  await ask(popup.tab, 'vault.lock');
  await on.browser.close();
  expect(await filesWith(profile, ['Found in the profile'])).not.toEqual([]);
  expect(await filesWith(profile, [...keys, passphrase])).toEqual([]);
});

async function unlock(on: Stage, tab: Tab, typed: string): Promise<void> {
  await tab.fill({ role: 'textbox', name: on.words('passphrase') }, typed);
  await tab.click('.unlock button[type=submit][aria-disabled=false]');
}

async function ask(tab: Tab, question: string, asked?: unknown): Promise<void> {
  const answer = await tab.evaluate(putAsk, { question, asked });
  if (!('answer' in answer)) throw new Error(`${question} was troubled: ${JSON.stringify(answer)}`);
}

function putAsk(message: { readonly question: string; readonly asked: unknown }): Promise<object> {
  return Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
}

/** Reads both areas of extension storage where content scripts stand. Runs in the background. */
async function readInPage(tabId: number): Promise<{ readonly local: string; readonly session: string }> {
  const { scripting } = Reflect.get(globalThis, 'chrome');
  const read = async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const all = async (area: 'local' | 'session') => JSON.stringify(await storage[area].get(null));
    const [local, session] = await Promise.all(
      (['local', 'session'] as const).map((area) => all(area).catch(() => 'refused')),
    );
    return { local, session };
  };
  const [told] = await scripting.executeScript({ target: { tabId }, func: read });
  return told.result;
}
