import { expect } from 'vitest';
import { stage, thorough } from './stage.ts';

/** More rows than this are not drawn, however many there are. */
const windowful = 20;
const webinar = 'Webinar São Paulo 0003';

for (const make of ['wawp', 'wasend'] as const) {
  thorough(`finds its way among ten thousand groups (${make})`, async () => {
    const on = await stage();
    await on.addAccount(make, 'big');
    const popup = await on.popup();
    const { tab } = popup;
    await tab.waitForText('10,000 groups', 30_000);

    await tab.press('ArrowDown');
    const start = await popup.highlighted(({ of }) => of === 10_000);
    await tab.press('PageDown');
    const page = await popup.highlighted(({ place }) => place > start.place + 2);
    await tab.press('ArrowUp');
    await popup.highlighted(({ place }) => place === page.place - 1);
    await tab.press('End');
    const last = await popup.highlighted(({ place }) => place === 10_000);
    expect(last.name).not.toBe(start.name);
    expect((await popup.rows()).length).toBeLessThan(windowful);
    await tab.press('Home');
    await popup.highlighted(({ place }) => place === 1);

    await popup.search('paulo');
    await popup.highlighted(({ of }) => of > 100 && of < 10_000);
    expect((await popup.rows()).length).toBeLessThan(windowful);
    await popup.search('sao 0003');
    expect(await popup.highlighted(({ of }) => of === 1)).toMatchObject({ name: webinar, place: 1 });
    await tab.press('Enter');
    await tab.until('a closed popup', async () => !(await tab.isOpen()));
    expect((await on.clipboard()).text).toBe(await on.linkInSandbox(webinar));
  });
}
