import { expect, it } from 'vitest';
import { keptIn, keptOfPeople } from './kept.ts';
import { alike, stage } from './stage.ts';

/** Permissions know no ports. */
const host = '127.0.0.1';

alike('saves nothing and asks no gateway while the browser has not said yes', async () => {
  const on = await stage({ grants: false });
  const options = await on.options();
  await options.enter(on.entry());
  const save = { role: 'button', name: on.words('saveAndTest') } as const;
  await options.tab.click(save);
  await options.tab.until('a busy button', async () => (await options.tab.attribute(save, 'aria-disabled')) === 'true');
  expect(await on.requests()).toEqual([]);
  expect(keptOfPeople(await keptIn(options.tab))).toEqual({});
  expect(await on.allowedHosts()).toEqual([]);
});

it('says what a no to the browser’s question means, keeps what was typed, and asks again', async () => {
  const on = await stage();
  const options = await on.options();
  await options.tab.evaluate(refuseOnce);
  await options.enter(on.entry());
  expect(await options.save()).toContain(on.words('hostRefused', host));
  expect(await on.requests()).toEqual([]);
  expect(keptOfPeople(await keptIn(options.tab))).toEqual({});

  await options.tab.click({ role: 'button', name: on.words('askAgain') });
  await options.tab.waitForText(on.words('checkReadyNext'));
  expect(await on.allowedHosts()).toEqual([`http://${host}/*`]);
});

it('notices that the access was taken back in the browser’s settings, and asks for it where the account stands', async () => {
  const on = await stage();
  await on.connectAccount();
  const options = await on.options();
  await options.tab.waitForText(on.words('accessGiven'));
  await on.browser.evaluateInBackground("chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] })");
  await options.tab.waitForText(on.words('hostNotAllowed', host));
  await options.tab.click({ role: 'button', name: on.words('accountTest') });
  expect((await options.checks())[0]?.why).toContain(on.words('troubleNoPermission', new URL(on.url).host));

  await options.tab.click({ role: 'button', name: on.words('allowHost', host) });
  await options.tab.waitForText(on.words('accessGiven'));
  await options.tab.until('a good test', async () => (await options.checks()).every(({ why }) => why === undefined));
});

/** Runs in the page, as no browser lets its own question be answered from outside: the first answer is no. */
function refuseOnce(): void {
  const { permissions } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const { request } = permissions;
  permissions.request = async () => {
    permissions.request = request;
    return false;
  };
}
