import { expect, it } from 'vitest';
import { isInMenu } from './in-menu.ts';
import { keptIn, keptOfPeople } from './kept.ts';
import { alike, type Stage, stage } from './stage.ts';

const everyPage = '*://*/*';
const host = '127.0.0.1';

it('shows invites on all pages once the browser has said yes, and nowhere after a word', async () => {
  const on = await stage();
  const options = await on.options();
  await options.show('sectionPages');
  await options.tab.evaluate(refuseOnce);
  await options.pick('pagesEverywhere');
  await options.tab.waitForText(on.words('pagesRefused'));
  expect(await options.tab.evaluate<boolean>(`${radio(1)}.checked`)).toBe(false);
  expect(keptOfPeople(await keptIn(options.tab))).toEqual({});

  await options.pick('pagesEverywhere');
  await options.tab.waitForText(on.words('saved'));
  expect(await on.allowedHosts()).toContain(everyPage);
  const page = await on.page(on.pagesUrl('mail'));
  await page.until('the number', async () => /\d/.test((await on.badge(page)).badge));

  await options.pick('pagesNowhere');
  await options.tab.until('nobody to look', async () => (await scripts(on)) === 0);
  await options.tab.click({ role: 'button', name: on.words('pagesGiveBack') });
  await options.tab.until('the access gone', async () => !(await on.allowedHosts()).includes(everyPage));
});

alike('looks on chosen sites alone, and leaves alone those that are named for it', async () => {
  const on = await stage();
  const options = await on.options();
  await options.show('sectionPages');
  await options.pick('pagesChosen');
  await options.addSite('siteAddOn', 'not a site');
  await options.tab.waitForText(on.words('siteFault'));
  await options.addSite('siteAddOn', `${on.url}/some/page`);
  await options.tab.waitFor({ role: 'listitem', name: host });
  expect(await on.allowedHosts()).toEqual([`*://${host}/*`]);
  const page = await on.page(on.pagesUrl('mail'));
  await page.until('the number', async () => /\d/.test((await on.badge(page)).badge));

  await options.turn('badgeSwitch');
  await page.goto(on.pagesUrl('mail'));
  await page.until('marks', () => page.evaluate<boolean>('CSS.highlights.size > 0'));
  expect((await on.badge(page)).badge).toBe('');

  await options.addSite('siteAddOff', host);
  await options.tab.until('the site among the others', async () => (await sites(on)).off.includes(host));
  expect((await sites(on)).on).toEqual([]);
  await page.goto(on.pagesUrl('mail'));
  expect(await scripts(on)).toBe(0);

  await options.tab.click({ role: 'button', name: `${on.words('siteRemove')} ${host}` });
  await options.tab.waitUntilGone({ role: 'listitem', name: host });
  expect(await sites(on)).toEqual({ everywhere: false, on: [], off: [] });
});

alike('takes an entry out of the right-click menu', async () => {
  const on = await stage();
  const { turn, show } = await on.options();
  const page = await on.page(on.pagesUrl('mail'));
  const [look, join] = [
    { target: 'article a', word: 'menuLook', id: 'look' },
    { target: 'article a', word: 'menuJoin', id: 'join' },
  ];
  await page.until('the entry', () => isInMenu(on, page, join));
  await show('sectionPages');
  await turn('menuJoin');
  // While the menu is drawn anew there is none at all.
  const both = async () => [await isInMenu(on, page, look), await isInMenu(on, page, join)];
  await page.until('the other entry alone', async () => String(await both()) === 'true,false');
});

alike(
  'keeps the pace, the groups and the greeting of joins as they are made, and says what it did not understand',
  async () => {
    const on = await stage({ grants: false });
    const link = await on.linkInSandbox('VIP Launch List');
    const { tab, show } = await on.options();
    await show('sectionJoining');
    await tab.click({ role: 'radio', name: '1' });
    await tab.fill({ role: 'textbox', name: on.words('greetingLabel') }, ' Hello, all ');
    const list = { role: 'textbox', name: on.words('allowListLabel') } as const;
    await tab.fill(list, `Beta Testers\n${link}?mode=ac_t\nhttps://example.org/x\n120363041234567890@g.us`);
    await tab.waitFor({ text: 'https://example.org/x', inside: '.error' });
    await tab.until('all of it kept', async () => {
      const { joinsPerMinute, joinOnly, greeting } = await settings(on);
      const all = ['Beta Testers', link, '120363041234567890@g.us'];
      return joinsPerMinute === 1 && greeting === 'Hello, all' && String(joinOnly) === String(all);
    });
    await tab.evaluate('location.reload()');
    await tab.until('the list again', async () => (await tab.value(list)).startsWith(`Beta Testers\n${link}\n`));
  },
);

alike('asks on the welcome page for all pages, and opens a pasted link in a window', async () => {
  const on = await stage();
  const code = (await on.groupInSandbox('VIP Launch List')).code;
  const welcome = await on.page(on.browser.extensionUrl('welcome.html'));
  expect(await on.allowedHosts()).toEqual([]);
  await welcome.click({ role: 'checkbox', name: on.words('welcomePagesSwitch') });
  await welcome.until('all pages', async () => (await sites(on)).everywhere);
  expect(await on.allowedHosts()).toEqual([everyPage]);

  const field = { role: 'textbox', name: on.words('welcomeLink') } as const;
  await welcome.fill(field, 'https://chat.whatsapp.com/legal');
  await welcome.press('Enter');
  await welcome.waitForText(on.words('pasteNotInvite'));
  await welcome.fill(field, `Come in: https://chat.whatsapp.com/${code}?mode=ac_t`);
  await welcome.press('Enter');
  await welcome.until('the window', () =>
    on.browser.evaluateInBackground<boolean>(
      `chrome.tabs.query({}).then((tabs) => tabs.some(({ url }) => url?.endsWith('#look-${code}')))`,
    ),
  );
});

const radio = (nth: number) => `document.querySelectorAll('main .choice input')[${nth - 1}]`;

interface Sites {
  readonly everywhere: boolean;
  readonly on: readonly string[];
  readonly off: readonly string[];
}

function sites({ browser }: Stage): Promise<Sites> {
  const nothing = { everywhere: false, on: [], off: [] };
  return browser.evaluateInBackground(
    `chrome.storage.local.get('sites').then(({ sites }) => sites?.value ?? ${JSON.stringify(nothing)})`,
  );
}

function settings({ browser }: Stage): Promise<Readonly<Record<string, unknown>>> {
  return browser.evaluateInBackground(
    "chrome.storage.local.get('settings').then(({ settings }) => settings?.value ?? {})",
  );
}

/** How many scripts run by themselves. */
function scripts({ browser }: Stage): Promise<number> {
  return browser.evaluateInBackground('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)');
}

/** Runs in the page, as no browser lets its own question be answered from outside: the first answer is no. */
function refuseOnce(): void {
  const { permissions } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const { request } = permissions;
  permissions.request = async () => {
    permissions.request = request;
    return false;
  };
}
