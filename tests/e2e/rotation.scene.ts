import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { allowed, answered } from './seeded.ts';
import { alike, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';
const other = 'Coaching Circle Berlin';

interface Line {
  readonly id: string;
  readonly dueAt?: number;
  readonly hold?: { readonly why: string };
  readonly last?: { readonly outcome: string };
}

alike('changes a link at its time, once, and asks about a time at which the browser was closed', async () => {
  const on = await stage();
  await on.addAccount();
  const { popup, id, old } = await seen(on, group);
  const second = await seen(on, other);
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  await once(tab, id, Date.now() + 1_500);
  await on.browser.stopBackground();
  // Whatever wakes the background: a question does it as well as the bell, which a browser may let wait.
  const fresh = await tab.until('the change', async () => (await line(tab, id)) && changed(on, group, old));
  await on.browser.stopBackground();
  await tab.until('the end of it', async () => (await line(tab, id))?.last?.outcome === 'done');
  await popup.tab.close();
  const later = await on.popup();
  await later.choose(group);
  expect(await later.link()).toBe(fresh);
  await later.tab.click({ role: 'button', name: on.words('history') });
  await later.tab.waitForText('By appointment: once');
  await on.shot('history-why');

  const dueAt = Date.now() + 3_000;
  await once(tab, second.id, dueAt);
  await on.browser.kill();
  await past(dueAt);
  await on.browser.restart();
  const anew = await on.page(on.browser.extensionUrl('welcome.html'));
  const held = await anew.until('the question', async () => (await line(anew, second.id))?.hold);
  expect(held).toMatchObject({ why: 'overdue' });
  expect([await on.linkInSandbox(other), (await on.revocations()).length]).toEqual([second.old, 1]);
  // So soon after it was given, a permission may not have reached the disk.
  await on.browser.grantHosts();
  await allowed(anew, ['http://127.0.0.1/*']);
  await answered(anew, 'diary.confirm', { id: `rotate ${second.id}` });
  expect(await changed(on, other, second.old)).toBeTruthy();
  expect(await on.revocations()).toHaveLength(2);
});

async function seen(on: Stage, name: string) {
  const popup = await on.popup();
  await popup.choose(name);
  const old = await popup.link();
  return { popup, old, id: (await on.groupInSandbox(name)).id };
}

async function once(tab: Tab, group: string, at: number): Promise<void> {
  await answered(tab, 'care.change', { group, care: { watch: false, rhythm: { kind: 'once', at } } });
}

async function line(tab: Tab, group: string): Promise<Line | undefined> {
  const { diary } = await answered<{ diary: readonly Line[] }>(tab, 'care.view');
  return diary.find(({ id }) => id === `rotate ${group}`);
}

async function changed(on: Stage, name: string, old: string): Promise<string | false> {
  const now = await on.linkInSandbox(name);
  return now !== old && now;
}

/** No browser is there to be asked whether it is later. */
async function past(at: number): Promise<void> {
  while (Date.now() <= at) await new Promise((go) => setTimeout(go, 100));
}
