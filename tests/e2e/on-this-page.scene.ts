import { expect } from 'vitest';
import { lastSaved, watchSaving } from './saving.ts';
import { alike, type Popup, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const count = 12;

alike('lists the invites of a page it was opened on, looks inside one and all, and takes them along', async () => {
  const { on, popup, codes } = await onDirectory(async (on) => on.addAccount());
  const { tab } = popup;
  await on.forgetRequests();
  const list = await popup.invites();
  await list.row(({ of }) => of === codes.length);
  await tab.until('the focus on the first', () => tab.evaluate(hasFocus, 1));
  const asked = async () => (await on.requests()).filter(({ verb }) => verb === 'probe').length;
  expect(await asked()).toBe(0);

  expect((await list.look(1)).facts).toContain(on.words('verdictLive'));
  expect((await list.row(({ place }) => place === 1)).name).toBe(group);

  await list.lookAll();
  await tab.until('some of them', async () => ((await list.progress())?.done ?? 0) > 0, 60_000);
  await tab.click({ role: 'button', name: on.words('pause') });
  await tab.waitFor({ role: 'button', name: on.words('goOn') });
  const paused = await asked();
  await tab.press('Escape');
  await popup.invites();
  await tab.click({ role: 'button', name: on.words('goOn') });
  await tab.until('more of them', async () => (await asked()) > paused + 1, 60_000);
  await tab.click({ role: 'button', name: on.words('cancel') });
  await tab.waitForText('Looked inside');
  expect(await list.progress()).toBeUndefined();
  expect((await on.requests()).map(({ verb }) => verb)).not.toContain('join');

  await list.show('filterUnseen');
  await list.row(({ facts }) => facts.includes(on.words('notLookedAt')));
  expect((await list.rows()).map(({ facts }) => facts).join()).not.toContain(on.words('verdictLive'));
  await list.show('verdictLive');
  const live = await tab.until('only live ones', async () => {
    const rows = await list.rows();
    return rows.every(({ facts }) => facts.includes(on.words('verdictLive'))) && rows;
  });
  await list.take('copyShownLinks');
  const links = await tab.until('the links', async () => {
    const text = (await on.clipboard()).text ?? '';
    return text.split('\n').length === live.length && text;
  });
  expect(links).toMatch(/^(https:\/\/chat\.whatsapp\.com\/[A-Za-z0-9]{22}\n?)+$/);
  expect(links).toContain(await on.linkInSandbox(group));
});

thorough('saves what was found as CSV and as JSON', async () => {
  const { on, popup, codes } = await onDirectory(async (on) => on.addAccount());
  const list = await popup.invites();
  await list.look(1);
  await popup.tab.evaluate(watchSaving);
  await list.take('saveCsv');
  const csv = await lastSaved(popup.tab);
  expect(csv.name).toMatch(/^invites-on-[a-z0-9-]+\.csv$/);
  const lines = textOf(csv.bytes).trimEnd().split('\r\n');
  expect(lines).toHaveLength(codes.length + 1);
  expect(lines[1]).toContain(`${await on.linkInSandbox(group)},live,`);
  expect(lines[2]).toContain('not looked at');

  await list.take('saveJson');
  const { invites } = await popup.tab.until('the other file', async () => {
    const { type, bytes } = await lastSaved(popup.tab);
    return type === 'application/json' && JSON.parse(textOf(bytes));
  });
  expect(invites.map(({ link }: { link: string }) => link.slice(-22))).toEqual(codes);
});

alike('points out a link of one’s own that was retired, on the page and pasted, with the current one', async () => {
  const { on, popup } = await onDirectory(async (on) => {
    await on.addAccount();
    const before = await on.popup();
    await before.choose(group);
  });
  const old = await on.linkInSandbox(group);
  await popup.choose(group);
  await popup.retire();
  const current = await popup.linkAfter(old);
  await on.forgetRequests();

  const list = await popup.invites();
  await list.row(({ place, facts }) => place === 1 && facts.includes(on.words('verdictRetired')));
  await list.open(1);
  await popup.tab.waitForText(current.replace('https://', ''));
  await popup.tab.click({ role: 'button', name: on.words('copyCurrentLink') });
  await popup.tab.waitFor({ role: 'button', name: on.words('copied') });
  expect((await on.clipboard()).text).toBe(current);

  await popup.tab.press('Escape');
  await popup.tab.press('Escape');
  await popup.search(`Hi all, please join us here: ${old}?mode=ac_t — see you!`);
  await popup.tab.waitForText(on.words('currentLinkIs'));
  expect(await popup.tab.count({ role: 'button', name: on.words('copyLink') })).toBe(0);
  await popup.search('https://chat.whatsapp.com/AbCdEfGh12345678');
  await popup.tab.waitForText(on.words('pastePrivate'));
  expect((await on.requests()).map(({ verb }) => verb)).not.toContain('probe');
});

thorough(
  'is there without an account, asks for the public page first, and can be had on a site by itself',
  async () => {
    const { on, popup, codes } = await onDirectory();
    const { tab } = popup;
    await tab.waitFor({ role: 'button', name: on.words('addAccount') });
    const list = await popup.invites();
    await list.row(({ of }) => of === codes.length);
    expect(await tab.count({ role: 'button', name: on.words('lookInside') })).toBe(0);
    await tab.click({ role: 'button', name: on.words('allowPublicPage') });
    await tab.waitFor('.invites-list > .button.primary');

    await tab.click({ role: 'button', name: on.words('watchSite') });
    await tab.waitForText(on.words('watchOn', '127.0.0.1'));
    await tab.click({ role: 'button', name: on.words('watchNever') });
    await tab.waitForText(on.words('watchOff', '127.0.0.1'));
    await tab.click({ role: 'button', name: on.words('watchAgain') });
    await tab.waitUntilGone({ role: 'button', name: on.words('watchAgain') });
    expect(await on.requests()).toEqual([]);
  },
);

interface OnDirectory {
  readonly on: Stage;
  readonly popup: Popup;
  /** What the page really holds, in order. */
  readonly codes: readonly string[];
}

/** The popup, opened on a page that nobody watches. */
async function onDirectory(before: (on: Stage) => Promise<void> = async () => {}): Promise<OnDirectory> {
  const on = await stage();
  await before(on);
  const { codes } = await (await fetch(on.pagesUrl(`directory.json?n=${count}`))).json();
  const page = await on.page(on.pagesUrl(`directory?n=${count}`));
  const popup = await on.popup({ on: page });
  await popup.tab.waitForText(`${codes.length} invites on this page`);
  return { on, popup, codes };
}

function hasFocus(place: number): boolean {
  return document.activeElement?.closest('.invite-row')?.getAttribute('aria-posinset') === String(place);
}

function textOf(bytes: string): string {
  return Buffer.from(bytes, 'base64').toString('utf8').replace('\uFEFF', '');
}
