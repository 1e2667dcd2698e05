import { expect, it } from 'vitest';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { makes } from '../../sandbox/hall.ts';
import { answered } from './seeded.ts';
import { browserName, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';
const stranger = 'Garden Swap Toulouse';

/** Every make of gateway that the sandbox plays. */
const gateways = makes.map((dialect) => dialect()).flatMap(({ make, holders }) => (holders ? [make] : []));

async function connected(make: string): Promise<Stage> {
  const on = await stage();
  await on.connectAccount(make);
  return on;
}

for (const make of gateways) {
  // What makes differ in no browser has a part in, and the contract plays every make.
  const scene = make === 'wawp' ? it : thorough;
  scene(`copies a link, retires it, copies the new one, looks inside another and joins it (${make})`, async () => {
    const on = await connected(make);
    const popup = await on.popup();
    const old = await on.linkInSandbox(group);
    await popup.choose(group);
    await popup.copy();
    expect((await on.clipboard()).text).toBe(old);

    await popup.retire();
    const fresh = await popup.linkAfter(old);
    expect(fresh).toBe(await on.linkInSandbox(group));
    expect(await on.revocations()).toHaveLength(1);

    await popup.copyNew();
    expect((await on.clipboard()).text).toBe(fresh);

    const { code } = await on.groupInSandbox(stranger);
    expect(await popup.lookInside(`https://chat.whatsapp.com/${code}`)).toContain(stranger);
    const window = await openInviteWindow(on.browser, on.words, `join-${code}`);
    expect(await window.seen()).toContain(stranger);
    await window.join('joinedIn');
    expect((await on.groupInSandbox(stranger)).roles.demo).toBe('participant');
    expect((await on.requests()).filter(({ verb, status }) => verb === 'join' && status < 400)).toHaveLength(1);
  });
}

thorough('does the same by keyboard alone', async () => {
  const on = await connected('wawp');
  const popup = await on.popup();
  await popup.search('vip launch');
  await popup.tab.waitFor({ role: 'option', name: group });
  await popup.tab.press('Enter');
  await popup.tab.until('a closed popup', async () => !(await popup.tab.isOpen()));
  expect((await on.clipboard()).text).toBe(await on.linkInSandbox(group));
});

it('remembers over a restart of the browser', async () => {
  const on = await connected('wawp');
  const first = await on.popup();
  await first.choose(group);
  await first.copy();
  // The copy is at hand before it is written down.
  await first.tab.until('the group used last', async () => {
    const { last } = await answered<{ last?: { group: { name: string } } }>(first.tab, 'account.overview');
    return last?.group.name === group;
  });
  await on.browser.restart();
  await on.order('drop');
  const popup = await on.popup();
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
  // Where content scripts could read what the popup is drawn from, it is not kept.
  const views = await popup.tab.evaluate(
    `(globalThis.browser ?? chrome).storage.local.get('first-view').then(Object.keys)`,
  );
  expect(views).toEqual(browserName === 'firefox' ? [] : ['first-view']);
});
