import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { atFullPace, queueIn, type View } from './queue-view.ts';
import { lastSaved, watchSaving } from './saving.ts';
import { alike, type Stage, stage } from './stage.ts';

const link = (code: string | undefined) => `https://chat.whatsapp.com/${code}`;

alike(
  'joins a list one after another, can be held up, says what became of each, and stops at WhatsApp’s word',
  async () => {
    const on = await stage();
    await on.addAccount();
    const { tab, show } = await on.options();
    await atFullPace(tab);
    await show('sectionJoining');
    const garden = await on.groupInSandbox('Garden Swap Toulouse');
    const names = ['Full House Poker', 'Private Tasting', 'Newsletter Readers', 'Garden Swap Toulouse'];
    const links = await Promise.all(names.map(on.linkInSandbox));
    await add(on, tab, `${link(garden.codes[0]?.code)} is dead\n${links.join('\nand ')}\nno link in this line`);
    await tab.waitFor({ text: 'no link in this line', inside: '.queue-odd' });
    expect(await joins(on)).toBe(0);

    await tab.evaluate(choosePace);
    await tab.click({ role: 'button', name: on.words('queueStart') });
    await tab.until('the first join', async () => (await joins(on)) === 1);
    await tab.click({ role: 'button', name: on.words('pause') });
    await tab.waitFor({ role: 'button', name: on.words('queueResume') });
    await later(on, 60_000);
    expect((await queueIn(tab)).state).toBe('paused');
    const held = await joins(on);
    await tab.click({ role: 'button', name: on.words('queueResume') });
    await tab.until('the end of the queue', () => movedOn(on, tab, 'done'), 60_000);
    expect(held).toBe(1);
    expect((await queueIn(tab)).perMinute).toBe(5);
    expect((await queueIn(tab)).rows.map(({ state }) => state)).toEqual([
      ...['skipped', 'refused', 'asked', 'already-in', 'joined'],
    ]);
    expect(await joins(on)).toBe(3);
    await tab.waitForText(on.words('queueAsked'));
    for (const word of ['queueSkipped', 'queueAlreadyIn', 'queueJoined', 'troubleFull'])
      expect(await tab.text(), word).toContain(on.words(word));

    await tab.evaluate(watchSaving);
    await tab.click({ role: 'button', name: on.words('queueSave') });
    await tab.click({ role: 'menuitem', name: on.words('saveCsv') });
    const { name, bytes } = await lastSaved(tab);
    expect(name).toMatch(/^joins-of-wawp-.*\.csv$/);
    expect(Buffer.from(bytes, 'base64').toString()).toContain(`Private Tasting,asked,,${links[1]}`);

    await on.happen({ act: 'restrict', account: 'demo' });
    await add(on, tab, await on.linkInSandbox('City Runners News'));
    await tab.click({ role: 'button', name: on.words('queueResume') });
    await tab.until('the stop', () => movedOn(on, tab, 'stopped'), 60_000);
    await tab.waitFor('[role=timer]');
    expect(await tab.text()).toContain(on.words('troubleRestricted'));
    expect(await tab.attribute('.join-many .button.primary', 'disabled')).toBeDefined();
    expect(await joins(on)).toBe(4);
  },
);

async function add(on: Stage, tab: Tab, text: string): Promise<void> {
  await tab.fill({ role: 'textbox', name: on.words('queuePaste') }, text);
  await tab.click({ role: 'button', name: on.words('queueAdd') });
  await tab.waitForText(on.words('queueAddedNext'));
}

/** Whether the queue stands so; else its next turn comes sooner. */
async function movedOn(on: Stage, tab: Tab, wanted: View['state']): Promise<boolean> {
  if ((await queueIn(tab)).state === wanted) return true;
  await later(on, 9_000);
  return false;
}

async function joins(on: Stage): Promise<number> {
  return (await on.requests()).filter(({ verb }) => verb === 'join').length;
}

function choosePace(): void {
  const select = document.querySelector<HTMLSelectElement>('.queue-pace select');
  if (!select) throw new Error('The pace cannot be chosen');
  select.value = '5';
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Puts the background's clock on. */
async function later(on: Stage, ms: number): Promise<void> {
  await on.browser.evaluateInBackground(putOn, ms);
}

function putOn(ms: number): void {
  const page: { Date: typeof Date; wrappedJSObject?: { Date: typeof Date } } =
    Reflect.get(globalThis, 'window') ?? globalThis;
  const { Date: clock } = page.wrappedJSObject ?? page;
  const now = clock.now;
  clock.now = () => now() + ms;
}
