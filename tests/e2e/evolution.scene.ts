import { expect } from 'vitest';
import { card } from '../../sandbox/browser/look.ts';
import { openInviteWindow } from '../../sandbox/faces/invite.ts';
import { stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

thorough('cannot tell what is behind a link and says so, until the public page may be read', async () => {
  const on = await stage();
  await on.connectAccount('evolution');
  await on.allowSites(['127.0.0.1']);
  await on.order('refusal', { verb: 'probe', word: 'gone' });
  const page = await on.page(on.pagesUrl('dark'));
  await page.until('the count', async () => Number((await on.badge(page)).badge) > 0);
  await page.hover('#link-0');
  await page.click({ role: 'button', name: on.words('lookInside'), inside: card });
  await page.waitFor({ text: on.words('verdictUnknown'), inside: card });
  const onCard = await page.text(card);
  expect(onCard).toContain(on.words('troubleLinkUnknown'));
  expect(onCard).not.toContain(on.words('meansRetired'));

  const [past] = (await on.groupInSandbox('Garden Swap Toulouse')).codes;
  const before = await openInviteWindow(on.browser, on.words, `look-${past?.code}`);
  await before.tab.waitForText(on.words('verdictUnknown'));
  await before.tab.waitForText(on.words('troubleLinkUnknown'));
  await before.tab.close();

  // The page knows no more than that such a link opens nothing; that is more than the gateway says.
  await on.allowSites(['chat.whatsapp.com']);
  const after = await openInviteWindow(on.browser, on.words, `look-${past?.code}`);
  await after.tab.waitForText(on.words('meansInvalid'));
  await after.tab.waitForText(on.words('seenOnPage', 'now'));
  const { code } = await on.groupInSandbox(group);
  const live = await openInviteWindow(on.browser, on.words, `look-${code}`);
  await live.tab.waitForText(on.words('meansResolves'));

  // Another account is asked as well, and may say more.
  await on.calm();
  await on.addAccount('wasend');
  const told = await openInviteWindow(on.browser, on.words, `look-${past?.code}`);
  await told.tab.waitForText(on.words('meansRetired'));
});

thorough(
  'does not know whether a link is retired while WhatsApp stays silent, and finds out when it speaks',
  async () => {
    const on = await stage();
    await on.addAccount('evolution');
    const popup = await on.popup();
    await popup.choose(group);
    const old = await popup.link();
    // Silent from the retirement on, which is done all the same: "revoked", says the server, and names no code.
    await on.order('slow', { verb: 'revoke', ms: 1500, late: true });
    await popup.beginRetiring();
    await popup.tab.click({ role: 'button', name: on.words('retireNow') });
    await popup.tab.until('the request', async () => (await on.revocations()).length === 1);
    await on.variants('evolution', { whatsapp: 'silent-acts' });
    await popup.tab.waitForText(on.words('openRevocationNext'));
    expect(await popup.link()).toBe(old);
    expect(await on.linkInSandbox(group)).not.toBe(old);

    await on.variants('evolution', { whatsapp: 'speaks' });
    const fresh = await popup.tab.until(
      'the new link',
      async () => {
        const now = await popup.link();
        return now !== old && now;
      },
      20_000,
    );
    expect(fresh).toBe(await on.linkInSandbox(group));
    expect(await on.revocations()).toHaveLength(1);
  },
);
