import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { alike, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';

alike('looks after a group: sets a rhythm by hand, and is told of a link that somebody else has reset', async () => {
  const on = await stage();
  await on.addAccount();
  const { tab, show, pick, turn } = await on.options();
  await show('sectionOverTime');
  await tab.waitForText(on.words('caresEmpty'));
  await tab.fill({ role: 'combobox', name: on.words('caresAdd') }, 'vip launch');
  await tab.waitFor({ role: 'option', name: group });
  await tab.press('Enter');
  await tab.waitForText(on.words('watchingIsOff'));

  await pick('rhythmKindAt');
  await tab.fill({ role: 'textbox', name: on.words('noticeField') }, 'New: {link} of {group}');
  expect(await tab.text('.notice-preview')).toContain(`of ${group}`);
  await tab.until('three times', async () => (await tab.count('.next-times li')) === 3);
  await tab.click({ role: 'button', name: on.words('rhythmSave') });
  await tab.waitFor({ text: 'Change the link of', inside: '.due' });
  await turn('watching');
  await tab.waitFor({ text: 'Check the groups of', inside: '.due' });

  const old = await on.linkInSandbox(group);
  await checkNow(on, tab);
  await tab.waitFor({ text: 'Checked', inside: '.activity' });
  await on.happen({ act: 'revoke', group });
  await checkNow(on, tab);
  await tab.waitFor('.alerts li');
  const link = await on.linkInSandbox(group);
  expect(link).not.toBe(old);
  await tab.click({ role: 'button', name: on.words('noticeCopy') });
  await tab.waitFor({ role: 'button', name: on.words('copied') });
  expect((await on.clipboard()).text).toBe(`New: ${link} of ${group}`);

  await tab.waitFor({ text: 'Somebody else has reset the link', inside: '.activity' });
  const [head, ...lines] = (await savedLog(on, tab)).split('\r\n');
  expect(head).toBe('\uFEFFat,told,what,how,name,groupId,account,due,why,trouble,oldCode,code,from,to,count');
  expect(lines.filter((line) => line.includes(`,watch,changed,${group},`))).toEqual([
    expect.stringContaining(`${old.slice(-22)},${link.slice(-22)},`),
  ]);

  const popup = await on.popup();
  await popup.tab.waitForText('1 thing to look at');
  await popup.choose(group);
  await popup.tab.waitForText('Reset elsewhere, ');
  expect(await popup.link()).toBe(link);

  await tab.click({ role: 'button', name: on.words('alertDismiss') });
  await tab.waitUntilGone('.alerts li');
});

async function checkNow(on: Stage, tab: Tab): Promise<void> {
  const before = await tab.count('.activity li');
  await tab.click({ role: 'button', name: on.words('checkNow') });
  await tab.until('a check', async () => (await tab.count('.activity li')) > before);
}

async function savedLog(on: Stage, tab: Tab): Promise<string> {
  await tab.evaluate(watchSaving);
  await tab.click({ role: 'button', name: on.words('recordSaveShown') });
  await tab.click({ role: 'menuitem', name: on.words('saveCsv') });
  const { bytes } = await tab.until('a saved file', () => lastSaved(tab));
  return Buffer.from(bytes, 'base64').toString('utf8');
}
