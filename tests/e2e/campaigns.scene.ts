import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { alike, stage } from './stage.ts';

const [group, campaign] = ['VIP Launch List', 'Spring <b>launch</b> & "co"'];

alike('closes the door when a campaign ends, and its report tells who, when, which code and where', async () => {
  const on = await stage();
  await on.addAccount();
  const { tab, show, pick } = await on.options();
  await show('sectionCampaigns');
  await tab.click({ role: 'link', name: on.words('campaignAdd') });
  await tab.fill({ role: 'textbox', name: on.words('campaignName') }, campaign);
  await tab.click({ role: 'button', name: on.words('campaignSave') });
  await tab.waitForText(on.words('campaignGroupsMissing'));
  await tab.fill({ role: 'combobox', name: on.words('groups') }, 'vip launch');
  await tab.waitFor({ role: 'option', name: group });
  await tab.press('Enter');
  await pick('campaignRetireLinks');
  await tab.waitForText('the link of 1 group stops working');
  await tab.click({ role: 'button', name: on.words('campaignSave') });
  await tab.waitFor({ text: on.words('campaignRunning'), inside: '.campaign' });

  const popup = await on.popup();
  await popup.choose(group);
  await popup.copy();
  await popup.label('April newsletter');
  const old = await popup.link();
  await popup.tab.close();

  await tab.evaluate(endNow);
  await tab.until('another link', async () => (await on.linkInSandbox(group)) !== old, 30_000);
  expect(await on.revocations()).toHaveLength(1);

  await tab.click({ role: 'link', name: on.words('campaignReport') });
  await tab.waitForText(campaign);
  await tab.until('the end', async () => {
    await tab.evaluate('location.reload()');
    await tab.waitFor('.report');
    return (await tab.text('.report')).includes(on.words('historyRetired'));
  });
  const words = await tab.text('.report');
  for (const one of [group, old.slice(-22), on.words('campaignOver'), 'April newsletter', 'handed out once']) {
    expect(words).toContain(one);
  }
  const file = await savedReport(on.words('reportSave'), tab);
  expect(file).toContain(
    '<title xmlns="http://www.w3.org/1999/xhtml">Spring &lt;b&gt;launch&lt;/b&gt; &amp; "co"</title>',
  );
  for (const one of [group, old.slice(-22), 'April newsletter']) expect(file).toContain(one);
  expect(file).not.toMatch(/<script|<b>|<button|https?:\/\/(?!www\.w3\.org)/);

  await tab.click({ role: 'link', name: on.words('campaignsAll') });
  await tab.click({ role: 'link', name: on.words('sectionHandOuts'), inside: '.campaign' });
  await tab.waitFor({ text: 'April newsletter', inside: '.record-table' });
  expect(await tab.count('.record-table tbody tr')).toBe(1);
});

async function savedReport(button: string, tab: Tab): Promise<string> {
  await tab.evaluate(watchSaving);
  await tab.click({ role: 'button', name: button });
  const { name, type, bytes } = await tab.until('a saved file', () => lastSaved(tab));
  expect([name, type]).toEqual([expect.stringMatching(/^spring-b-launch-b-co-[\da-f]{8}\.html$/), 'text/html']);
  return Buffer.from(bytes, 'base64').toString('utf8');
}

/** Nobody waits for a week: its end is moved to where it comes in a moment. Runs in the page. */
async function endNow(): Promise<void> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const { answer } = await runtime.sendMessage({ question: 'campaign.list' });
  const { state: _, names: __, ...campaign } = answer[0];
  const asked = { ...campaign, endAt: Date.now() + 1_500 };
  await runtime.sendMessage({ question: 'campaign.save', asked });
}
