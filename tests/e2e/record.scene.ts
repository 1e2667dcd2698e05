import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const label = 'poster Lyon';

thorough('finds what was handed out, saves lists, and brings a saved record into another profile', async () => {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  const old = await popup.link();
  for (const shape of ['link', 'button', 'svg'] as const) await popup.copyAs(shape);
  await popup.retire();
  const link = await popup.linkAfter(old);
  await popup.copyAs('link');

  const handOuts = await on.page(on.browser.extensionUrl('options.html#hand-outs'));
  await rows(handOuts, 4);
  await handOuts.click({ role: 'button', name: on.words('handOutsAddLabel'), nth: 1 });
  await handOuts.fill({ role: 'textbox', name: on.words('handOutsLabel') }, label);
  await handOuts.click({ role: 'checkbox', name: on.words('printedTick') });
  await handOuts.press('Enter');
  await handOuts.waitFor({ text: label, inside: 'td' });

  await search(on, handOuts, 'LYÓN póster');
  expect(await rows(handOuts, 1)).toContain(on.words('shapeSvg'));
  await search(on, handOuts, `Come in: ${old}?mode=ac_t`);
  await rows(handOuts, 3);
  await handOuts.waitForText(on.words('recordNotInUse'));

  const csv = await saved(on, handOuts, 'saveCsv');
  expect(csv.name).toMatch(/^latchkey-hand-outs-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv$/);
  expect(csv.text.split('\r\n')).toEqual([
    '\uFEFFat,group,groupId,shape,label,printed,link,code',
    expect.stringContaining(`,svg,${label},true,${old},`),
    expect.stringContaining(`,button,,false,${old},`),
    expect.stringContaining(`,link,,false,${old},`),
    '',
  ]);

  const record = await on.page(on.browser.extensionUrl('options.html#record'));
  await rows(record, 2);
  const codes = await savedCodes(on, record);
  expect(codes).toMatchObject([
    { group, link, state: 'current', how: 'reply' },
    { group, link: old, state: 'retired', nextLink: link },
  ]);
  await record.click({ role: 'button', name: on.words('recordCheck') });
  await record.waitForText(on.words('recordIsWhole'));
  const whole = await fileOf(record, () => record.click({ role: 'button', name: on.words('recordSaveWhole') }));
  expect(whole.name).toMatch(/^latchkey-record-[\d-]{10}-[0-9a-f]{8}\.json$/);

  // Whoever wants another look than the plain one gets a profile of their own.
  const there = await stage({ dark: true });
  const fresh = await there.page(there.browser.extensionUrl('options.html#record'));
  await fresh.waitForText(there.words('recordEmpty'));
  await fresh.evaluate(choose, '{"latchkey":"settings"}');
  await fresh.waitForText(there.words('troubleNotARecord'));
  await fresh.evaluate(choose, whole.text);
  await fresh.click({ role: 'button', name: there.words('recordBringYes') });
  await rows(fresh, 2);
  expect(lives(await savedCodes(there, fresh))).toEqual(lives(codes));
  await fresh.goto(there.browser.extensionUrl('options.html#hand-outs'));
  await search(there, fresh, label);
  await rows(fresh, 1);
});

/** Waits until so many rows are shown, and gives their words. */
async function rows(tab: Tab, count: number): Promise<string> {
  await tab.until(`${count} rows`, async () => (await tab.count('tbody tr')) === count);
  return tab.text('tbody');
}

async function search(on: Stage, tab: Tab, text: string): Promise<void> {
  await tab.fill({ role: 'textbox', name: on.words('recordFind') }, text);
}

async function fileOf(tab: Tab, save: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  await tab.evaluate('delete window.saved');
  await tab.evaluate(watchSaving);
  await save();
  const { name, bytes } = await tab.until('a saved file', () => lastSaved(tab));
  return { name, text: Buffer.from(bytes, 'base64').toString('utf8') };
}

/** Saves the list that is shown. */
async function saved(on: Stage, tab: Tab, word: 'saveCsv' | 'saveJson') {
  return fileOf(tab, async () => {
    await tab.click({ role: 'button', name: on.words('recordSaveShown') });
    await tab.click({ role: 'menuitem', name: on.words(word) });
  });
}

type Line = Readonly<Record<string, unknown>>;

async function savedCodes(on: Stage, tab: Tab): Promise<readonly Line[]> {
  const { text } = await saved(on, tab, 'saveJson');
  return JSON.parse(text).codes;
}

/** Without when the gateway named them last, which another profile does not know of the current one. */
function lives(codes: readonly Line[]): readonly Line[] {
  return codes.map(({ lastSeen: _, how: __, ...life }) => life);
}

/** Runs in the page: no browser lets its own dialog for files be answered from outside. */
function choose(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'record.json'));
  if (field) field.files = files.files;
  field?.dispatchEvent(new Event('change', { bubbles: true }));
}
