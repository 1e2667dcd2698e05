import { expect, it } from 'vitest';
import { type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';

async function connected(make: 'wawp' | 'wasend'): Promise<Stage> {
  const on = await stage();
  await on.connectAccount(make);
  return on;
}

for (const make of ['wawp', 'wasend'] as const) {
  it(`copies a link, retires it and copies the new one (${make})`, async () => {
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
  });
}

it('does the same by keyboard alone', async () => {
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
  await on.browser.restart();
  await on.order('drop');
  const popup = await on.popup();
  expect(await popup.link()).toBe(await on.linkInSandbox(group));
});
