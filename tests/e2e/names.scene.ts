import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, stage } from './stage.ts';

const hostile = `<img src=x onerror=alert(1)> <b>Deals</b> & "more"`;
const long = 'Partner programme, second intake, Rhône-Alpes and Donaudampfschifffahrtsgesellschaft';

/** By what they are called in the sandbox: what the popup calls them. */
const names = {
  [hostile]: hostile,
  [`${long}kapitänkapitän`]: `${long}kapitänkapitän`,
  'Sale \u202Egpj.ofni\u202C now': 'Sale gpj.ofni now',
  'مجموعة العروض الخاصة': 'مجموعة العروض الخاصة',
  'קבוצת ההשקה 2026': 'קבוצת ההשקה 2026',
  '👩‍👩‍👧‍👦🏳️‍🌈🎊': '👩‍👩‍👧‍👦🏳️‍🌈🎊',
};

alike('takes any name for a name: no script, no markup, nothing wider than the popup', async () => {
  const on = await stage();
  await on.addAccount('wawp', 'demo', long);
  const popup = await on.popup();
  const { tab } = popup;
  await tab.waitForText('25 groups');
  await tab.evaluate("window.alert = () => { document.title = 'a script ran' }");
  for (const [name, shown] of Object.entries(names)) {
    const { code, id } = await on.groupInSandbox(name);
    await popup.search(id);
    await popup.highlighted((row) => row.name === shown && row.of === 1);
    expect(await tooWide(popup), `list at ${name}`).toEqual([]);
    await tab.click({ role: 'option', nth: 0 });
    await tab.waitFor({ role: 'heading', name: shown });
    await tab.waitFor({ role: 'region', name: on.words('inviteOf', shown) });
    expect(await popup.link()).toBe(`https://chat.whatsapp.com/${code}`);
    expect(await tooWide(popup), `panel of ${name}`).toEqual([]);
  }
  expect(await tab.evaluate('document.title')).not.toBe('a script ran');
  expect(await tab.count('main img, main b, .picker img')).toBe(0);
});

alike('gives a name without a sign in it words to be known by', async () => {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  const { id, code } = await on.groupInSandbox('\u200B');
  await popup.tab.waitForText('25 groups');
  await popup.search(id);
  await popup.tab.waitFor({ role: 'heading', name: on.words('menuUnnamed') });
  await popup.tab.waitFor({ role: 'region', name: on.words('inviteOf', on.words('menuUnnamed')) });
  await popup.copyAs('rich');
  const { text, html } = await on.clipboard();
  expect(text).toBe(`Join our WhatsApp group: https://chat.whatsapp.com/${code}`);
  expect(html).toContain('our WhatsApp group');
});

/** What sticks out of the popup, or can be scrolled sideways. */
function tooWide({ tab }: { readonly tab: Tab }): Promise<string[]> {
  return tab.evaluate(() => {
    const wide = (element: Element) =>
      element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 ||
      (element.scrollWidth > element.clientWidth && /auto|scroll|visible/.test(getComputedStyle(element).overflowX));
    const boxes = document.querySelectorAll(
      'html, body, .popup, .picker, .group-list, main, .panel, .footer, h2, button',
    );
    return Array.from(boxes)
      .filter(wide)
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}
