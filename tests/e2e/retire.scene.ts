import { expect, it } from 'vitest';
import { alike, type Popup, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

async function chosen(): Promise<{ on: Stage; popup: Popup; old: string }> {
  const on = await stage();
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  return { on, popup, old: await popup.link() };
}

alike('asks the gateway three times: read, retire, read again', async () => {
  const { on, popup, old } = await chosen();
  await on.forgetRequests();
  await popup.retire();
  await popup.linkAfter(old);
  expect((await on.requests()).map(({ verb, method }) => `${method} ${verb}`)).toEqual([
    'GET code',
    'POST revoke',
    'GET code',
  ]);
});

alike('finds out a gateway that says yes and changes nothing', async () => {
  const { on, popup, old } = await chosen();
  await on.order('not-rotated');
  await popup.retire();
  await popup.tab.waitForText(on.words('troubleNotRotated'));
  expect(await popup.link()).toBe(old);
  expect(await on.linkInSandbox(group)).toBe(old);
  expect(await on.revocations()).toHaveLength(1);
});

for (const fault of [
  'rotated-answer-lost',
  'rotated-then-500',
  'empty-200',
  'truncated-json',
  'cut-mid-body',
] as const) {
  // Without a browser all of them are played, for every make.
  const scene = fault === 'rotated-answer-lost' ? alike : thorough;
  scene(`shows the new link although the answer went wrong (${fault})`, async () => {
    const { on, popup, old } = await chosen();
    await on.order(fault, { verb: 'revoke' });
    await popup.retire();
    const fresh = await popup.linkAfter(old);
    expect(fresh).toBe(await on.linkInSandbox(group));
    if (fault !== 'rotated-answer-lost') expect(await on.revocations()).toHaveLength(1);
  });
}

thorough('goes on looking while nobody knows, and finds a change that came late', async () => {
  const { on, popup, old } = await chosen();
  await on.order('rotate-late', { ms: 3000 });
  await popup.retire();
  await popup.tab.waitForText(on.words('openRevocationNext'));
  const fresh = await popup.tab.until(
    'the new link',
    async () => {
      const now = await popup.link();
      return now !== old && now;
    },
    20_000,
  );
  expect(fresh).toBe(await on.linkInSandbox(group));
});

thorough('loses no code when the popup closes in the middle', async () => {
  const { on, popup, old } = await chosen();
  await on.order('slow', { verb: 'revoke', ms: 2000 });
  await popup.beginRetiring();
  await popup.tab.click({ role: 'button', name: on.words('retireNow') });
  await popup.tab.until('the request', async () => (await on.revocations()).length === 1);
  await popup.tab.close();
  const again = await on.popup();
  const fresh = await again.linkAfter(old);
  expect(fresh).toBe(await on.linkInSandbox(group));
  expect(await on.revocations()).toHaveLength(1);
});

it('loses no code when the background is stopped in the middle', async () => {
  const { on, popup, old } = await chosen();
  await on.order('slow', { verb: 'revoke', ms: 2000 });
  await popup.beginRetiring();
  await popup.tab.click({ role: 'button', name: on.words('retireNow') });
  await popup.tab.until('the request', async () => (await on.revocations()).length === 1);
  await on.browser.stopBackground();
  await popup.tab.close();
  await popup.tab.until('the change', async () => (await on.linkInSandbox(group)) !== old).catch(() => undefined);
  const again = await on.popup();
  expect(await again.linkAfter(old)).toBe(await on.linkInSandbox(group));
  expect(await on.revocations()).toHaveLength(1);
});

thorough('asks why, when a link is to be retired twice within ten minutes, and keeps the reason', async () => {
  const { on, popup, old } = await chosen();
  await popup.retire();
  const second = await popup.linkAfter(old);
  await popup.beginRetiring();
  await popup.tab.click({ role: 'button', name: on.words('retireNow') });
  await popup.tab.waitForText(on.words('retireReasonMissing'));
  expect(await on.revocations()).toHaveLength(1);
  await popup.confirmRetiring('posted in a forum');
  expect(await popup.linkAfter(second)).toBe(await on.linkInSandbox(group));
  await popup.tab.click({ role: 'button', name: on.words('history') });
  await popup.tab.waitForText('posted in a forum');
});

alike('retires nothing when somebody else has changed the link meanwhile', async () => {
  const { on, popup, old } = await chosen();
  await on.happen({ act: 'revoke', group });
  await popup.retire();
  await popup.tab.waitForText(on.words('troubleChangedMeanwhile'));
  expect(await popup.linkAfter(old)).toBe(await on.linkInSandbox(group));
  expect(await on.revocations()).toHaveLength(0);
});

alike('says that only an admin can, and keeps showing the link', async () => {
  const { on, popup, old } = await chosen();
  await on.order('refusal', { verb: 'revoke', word: 'not-authorized' });
  await popup.retire();
  await popup.tab.waitForText(on.words('troubleNotAdmin'));
  expect(await popup.link()).toBe(old);
});
