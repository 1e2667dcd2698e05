import { expect } from 'vitest';
import { draftFor } from '../../sandbox/entries.ts';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { seeded } from './seeded.ts';
import { alike, type Popup, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const [first, second] = ['Acme', 'Growth desk'] as const;

/** Two accounts that are in the same groups. */
async function both(): Promise<Stage> {
  const on = await stage();
  await on.addAccount('wawp', 'demo', first);
  await on.addAccount('wasend', 'demo', second);
  return on;
}

/** Looks through another account of the group. */
async function through(on: Stage, { tab }: Popup, account: string): Promise<void> {
  await tab.click({ role: 'button', name: on.words('throughAccount') });
  await tab.click({ role: 'menuitem', name: account });
  await speaks(on, { tab }, account);
}

async function speaks(on: Stage, { tab }: Pick<Popup, 'tab'>, account: string): Promise<void> {
  const words = on.words('throughAccount', account);
  await tab.until(words, async () => plain(await tab.text('.through')).includes(words));
}

/** Without the signs that keep a name from turning the words around it. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

const askedToRetire = async (on: Stage) => (await on.revocations()).map(({ make }) => make);

alike('shows a group of two accounts once, and retires it through the one that looks after it', async () => {
  const on = await both();
  const popup = await on.popup();
  await popup.tab.waitForText('25 groups');
  await popup.search('growth vip');
  await popup.highlighted(({ of }) => of === 1);
  expect(await popup.tab.text('[role=option]')).toMatch(/Acme.*Growth desk/);
  await popup.choose(group);
  await speaks(on, popup, first);

  const old = await popup.link();
  await through(on, popup, second);
  expect(await popup.link()).toBe(old);
  expect(plain(await popup.beginRetiring())).toContain(on.words('looksAfterIt', first));
  const retire = { role: 'button', name: on.words('retireNow') } as const;
  expect(await popup.tab.attribute(retire, 'disabled')).toBeDefined();
  await popup.tab.click('.beside input');
  await popup.confirmRetiring();
  const fresh = await popup.linkAfter(old);
  expect(await askedToRetire(on)).toEqual(['wasend']);

  await popup.tab.click({ role: 'button', name: on.words('makePrimary') });
  await popup.tab.waitForText(on.words('looksAfter'));
  await popup.tab.close();
  const again = await on.popup();
  await speaks(on, again, second);
  expect(await again.link()).toBe(fresh);
  await again.retire('posted in a forum');
  expect(await again.linkAfter(fresh)).toBe(await on.linkInSandbox(group));
  expect(await askedToRetire(on)).toEqual(['wasend', 'wasend']);
});

thorough('reads the link through the other account while the first one’s gateway is down, and says so', async () => {
  const on = await both();
  const listing = await on.popup();
  await listing.tab.waitForText('25 groups');
  await listing.tab.close();
  await on.order('drop', { make: 'wawp' });
  const popup = await on.popup();
  await popup.choose(group);
  await popup.tab.waitForText(on.words('troubleUnreachableNext'));
  expect(plain(await popup.tab.text('main .notice'))).toContain(on.words('readThrough', second));
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
  await popup.copy();
  await on.calm();
  await popup.tab.click({ role: 'button', name: on.words('tryAgain') });
  await popup.tab.waitUntilGone('main .notice');
});

thorough('greys what a key may not do, with the reason, and offers the account that may', async () => {
  const on = await stage();
  const read = { ...draftFor('waha', 'demo', on.url), secrets: { key: 'waha-read-key' }, name: first };
  await seeded(on.browser, read);
  const options = await on.options();
  await options.tab.click({ role: 'button', name: on.words('accountTest') });
  await options.tab.waitForText(on.words('checkHeed'), 30_000);
  await options.tab.close();

  const popup = await on.popup();
  await popup.choose(group);
  const retire = { role: 'button', name: on.words('retireLink') } as const;
  expect(await popup.tab.attribute(retire, 'aria-disabled')).toBe('true');
  const why = await popup.tab.attribute(retire, 'aria-describedby');
  expect(await popup.tab.text(`[id="${why}"]`)).toContain(on.words('copyOnly'));
  await popup.tab.click(retire);
  expect(await popup.tab.count({ role: 'alertdialog' })).toBe(0);
  await popup.copy();
  await popup.tab.close();
  const { code } = await on.groupInSandbox('Garden Swap Toulouse');
  const joining = await openInviteWindow(on.browser, on.words, `join-${code}`);
  await joining.tab.waitForText(on.words('troubleKeyLimited'));
  const join = '.stand-actions > .primary';
  expect(await joining.tab.attribute(join, 'aria-disabled')).toBe('true');
  const whyNot = await joining.tab.attribute(join, 'aria-describedby');
  expect(await joining.tab.text(`[id="${whyNot}"]`)).toContain(on.words('troubleKeyLimited'));
  await joining.tab.close();

  await on.addAccount('wawp', 'demo', second);
  const again = await on.popup();
  await again.tab.waitForText('25 groups');
  await again.choose(group);
  await speaks(on, again, second);
  await again.showOnly(first);
  await speaks(on, again, first);
  await again.tab.click({ role: 'button', name: on.words('useInstead') });
  await speaks(on, again, second);
  await again.retire();
  await again.tab.waitForText(on.words('retiredDone'));
  expect(await askedToRetire(on)).toEqual(['wawp']);
});
