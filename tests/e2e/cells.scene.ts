import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { type Stage, stage, thorough } from './stage.ts';

const [first, second, row] = ['Beta Testers', 'Spring Workshop Lyon', 'Doors open'];

thorough('hands out the first of several groups that has room, and says when the last one fills', async () => {
  const on = await stage();
  await on.addAccount();
  await inARow(on);
  const popup = await on.popup();
  const { tab } = popup;
  await popup.search('doors');
  await tab.click({ role: 'option', name: row });
  await tab.waitFor({ role: 'heading', name: first });
  const line = async () => (await tab.text('.chain-line')).replace(/[\u2068\u2069]/g, '');
  expect(await line()).toContain(`${row} · group 1 of 2 · 19 of 350 · next: ${second}`);
  await popup.copy();
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(first));
  await tab.close();

  // Meanwhile it has filled up. Nobody hands it out, however quick they are.
  await on.happen({ act: 'size', group: first, size: 350 });
  await on.order('slow', { verb: 'list', ms: 1_500 });
  const later = await on.popup();
  await later.tab.evaluate(ageLists);
  await later.tab.close();
  const again = await on.popup();
  await again.search('doors');
  await again.tab.waitForText(on.words('chainCounting'));
  await again.tab.press('Enter');
  await again.tab.until('a closed popup', async () => !(await again.tab.isOpen()));
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(second));

  await on.calm();
  const last = await on.popup();
  await last.tab.waitFor({ role: 'heading', name: second });
  await last.tab.waitForText('This is the last group of');
  await last.copy();
  await last.tab.waitForText('That was the link of');
  await on.happen({ act: 'size', group: second, size: 350 });
  await last.tab.click({ role: 'button', name: on.words('refreshGroups') });
  await last.tab.waitForText(on.words('chainNone'));
  expect(await last.tab.count('.copy-row')).toBe(0);
});

/** Two groups, put in a row by hand; the second is chosen first and moved down. */
async function inARow(on: Stage): Promise<void> {
  const { tab, show } = await on.options();
  await show('sectionCells');
  await tab.click({ role: 'link', name: on.words('chainAdd') });
  await tab.fill({ role: 'textbox', name: on.words('chainName') }, row);
  for (const name of [second, first]) await picked(on, tab, name);
  await tab.click({ role: 'button', name: `Move \u2068${second}\u2069 down` });
  await tab.click({ role: 'button', name: on.words('chainSave') });
  await tab.waitFor({ text: on.words('cellNow'), inside: '.cell.now' });
  expect(await tab.text('.cell.now')).toContain(first);
  await tab.close();
}

async function picked(on: Stage, tab: Tab, name: string): Promise<void> {
  await tab.fill({ role: 'combobox', name: on.words('chainGroups') }, name);
  await tab.waitFor({ role: 'option', name });
  await tab.press('Enter');
  await tab.waitFor({ text: name, inside: '.ordered-groups' });
}

/** The lists of groups were made an hour ago. Runs in a page of ours. */
async function ageLists(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('latchkey'));
  const rolls = database.transaction('rolls', 'readwrite').objectStore('rolls');
  for (const roll of await done(rolls.getAll()))
    await done(rolls.put({ ...roll, listedAt: roll.listedAt - 3_600_000 }));
  database.close();
}
