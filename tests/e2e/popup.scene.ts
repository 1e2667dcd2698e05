import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { alike, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

async function connected(): Promise<Stage> {
  const on = await stage();
  return on.addAccount().then(() => on);
}

alike('is worked by keyboard alone, from open to copied', async () => {
  const on = await connected();
  const popup = await on.popup();
  const { tab } = popup;
  await tab.until('the focus in the search', () => focusOn(tab, on.words('searchGroups')));
  await tab.type('be');
  const names = ['Beta Testers', 'Coaching Circle Berlin', 'Studio · Beginners'];
  await popup.highlighted(({ of }) => of === names.length);
  expect((await popup.rows()).map(({ name }) => name)).toEqual(names);
  for (const [key, place] of [
    ['ArrowDown', 2],
    ['ArrowDown', 3],
    ['ArrowUp', 2],
  ] as const) {
    await tab.press(key);
    await popup.highlighted((row) => row.place === place);
  }
  await tab.press('Enter');
  await tab.until('a closed popup', async () => !(await tab.isOpen()));
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox('Coaching Circle Berlin'));

  const next = await on.popup();
  await next.tab.waitFor({ role: 'heading', name: 'Coaching Circle Berlin' });
  expect(await next.link()).toBe(await on.linkInSandbox('Coaching Circle Berlin'));

  // To the menu, through it by letters, and back to the search.
  await next.tab.press('Tab');
  for (let presses = 0; presses < 4 && !(await focusOn(next.tab, on.words('copyAs'))); presses++)
    await next.tab.press('Tab');
  await next.tab.press('ArrowDown');
  await next.tab.waitFor({ role: 'menuitem', name: on.words('shapeMarkdown') });
  await next.tab.press('m');
  await next.tab.press('Enter');
  await next.tab.waitFor({ role: 'button', name: on.words('copied') });
  expect((await on.clipboard()).text).toContain('](https://chat.whatsapp.com/');
  await next.tab.press('/');
  expect(await focusOn(next.tab, on.words('searchGroups'))).toBe(true);
  await next.tab.type('vip');
  await next.tab.waitFor({ role: 'heading', name: group });
  await next.tab.press('Escape');
  await next.tab.waitFor({ role: 'heading', name: 'Coaching Circle Berlin' });
  expect(await next.tab.value({ role: 'combobox' })).toBe('');
  // The key finds the page gone before it comes up again.
  await next.tab.press('Escape').catch(() => undefined);
  await next.tab.until('a closed popup', async () => !(await next.tab.isOpen()));
});

alike('hands out by Enter what the key before it has found, not what stood there until then', async () => {
  const on = await connected();
  const first = await on.popup();
  await first.choose(group);
  await first.copy();
  const { tab } = await on.popup();
  await tab.waitFor({ role: 'heading', name: group });
  await tab.waitForText('25 groups');
  // All keys in one go: nobody looks at what each of them has brought.
  await tab.type('summer');
  await tab.press('Enter');
  await tab.until('a closed popup', async () => !(await tab.isOpen()));
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox('Summer Sale'));
});

thorough('goes back to the chosen group when one has only looked around', async () => {
  const popup = await (await connected()).popup();
  await popup.choose(group);
  await popup.tab.click({ role: 'combobox' });
  await popup.tab.press('ArrowUp');
  await popup.tab.waitUntilGone({ role: 'heading', name: group });
  await popup.tab.press('Escape');
  await popup.tab.waitFor({ role: 'heading', name: group });
});

alike('puts first what was used last, then the groups one is admin of, each by name', async () => {
  const on = await connected();
  const before = await on.popup();
  for (const name of [group, 'Summer Sale']) {
    await before.choose(name);
    await before.copy();
  }
  const popup = await on.popup();
  await popup.tab.waitForText('25 groups');
  await popup.tab.click({ role: 'combobox' });
  const first = await popup.highlighted(({ place }) => place === 1);
  const top = (await popup.rows()).map(({ name }) => name);
  expect(first.name).toBe('Summer Sale');
  expect(top[1]).toBe(group);
  await popup.tab.press('End');
  await popup.highlighted(({ place, of }) => place === of);
  const bottom = (await popup.rows()).map(({ name }) => name);
  expect(bottom.slice(-3)).toEqual(['Newsletter Readers', 'Open Book Club', 'Summer Sale']);
  const latin = top.slice(2).filter((name) => /^[a-z]/i.test(name));
  expect(latin.length).toBeGreaterThan(3);
  expect(latin).toEqual(latin.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
});

thorough('shows two accounts side by side, or either alone', async () => {
  const on = await stage();
  await on.addAccount('wawp', 'demo', 'Acme');
  await on.addAccount('wasend', 'big', 'Growth Desk');
  const popup = await on.popup();
  await popup.tab.waitForText('10,025');
  await popup.search('launch');
  await popup.highlighted(({ of }) => of > 900);
  await popup.showOnly('Acme');
  await popup.highlighted(({ of }) => of === 1);
  expect((await popup.rows()).map(({ name }) => name)).toEqual([group]);
  await popup.showOnly('Growth Desk');
  await popup.search('launch lyon 0000');
  expect((await popup.highlighted(({ of }) => of === 1)).name).toBe('Launch Lyon 0000');
  await popup.tab.click({ role: 'option', name: 'Launch Lyon 0000' });
  expect(await popup.link()).toBe(await on.linkInSandbox('Launch Lyon 0000'));
});

alike('takes in a group that no list has, by its id', async () => {
  const on = await connected();
  const popup = await on.popup();
  await popup.choose(group);
  const stranger = await on.groupInSandbox('Garden Swap Toulouse');
  await on.happen({ act: 'role', group: stranger.name, role: 'admin' });
  await popup.addGroup('what is this');
  await popup.tab.waitForText(on.words('troubleBadGroupId'));
  await popup.tab.fill({ role: 'textbox', name: on.words('groupId') }, stranger.id);
  await popup.tab.press('Enter');
  await popup.tab.waitFor({ role: 'heading', name: stranger.name });
  expect(await popup.linkAfter(await on.linkInSandbox(group))).toBe(await on.linkInSandbox(stranger.name));
});

alike('looks inside a pasted link, and says which ones lead nowhere', async () => {
  const on = await connected();
  const popup = await on.popup();
  await popup.choose(group);
  await on.variants('wawp', { probe: 'groupInfo' });
  const tasting = await on.groupInSandbox('Private Tasting');
  const said = await popup.lookInside(
    `Come and taste: https://chat.whatsapp.com/${tasting.code}?mode=ac_t (bring a glass)`,
  );
  for (const words of [tasting.name, '40 members', on.words('verdictApproval'), on.words('copyLink')])
    expect(said).toContain(words);

  const { codes } = await on.groupInSandbox('Garden Swap Toulouse');
  const retired = await popup.lookInside(`chat.whatsapp.com/${codes[0]?.code}`);
  expect(retired).toContain(on.words('verdictRetired'));
  expect(retired).not.toContain(on.words('verdictLive'));
  expect(retired).not.toContain(on.words('copyLink'));
  const invented = await popup.lookInside('https://chat.whatsapp.com/NoSuchCodeEver12345678');
  expect(invented).toContain(on.words('meansInvalid'));
  expect(invented).not.toContain(on.words('joinAsk'));
  expect((await on.requests()).map(({ verb }) => verb)).not.toContain('join');
});

alike('says in words that one is no admin, and copies nothing then', async () => {
  const on = await connected();
  const first = await on.popup();
  await first.choose(group);
  await first.copy();
  await first.search('newsletter readers');
  await first.tab.waitFor({ role: 'heading', name: 'Newsletter Readers' });
  await first.tab.waitForText(on.words('troubleNotAdmin'));
  await first.tab.press('Enter');
  await first.tab.waitForText(on.words('troubleNotAdmin'));
  expect(await first.tab.isOpen()).toBe(true);
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
});

function focusOn(tab: Tab, name: string): Promise<boolean> {
  return tab.evaluate((wanted) => {
    const element = document.activeElement;
    return [element?.getAttribute('aria-label'), element?.textContent].some((text) => text?.trim() === wanted);
  }, name);
}
