import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { draftFor } from '../../sandbox/entries.ts';
import { newest, wrongsOn } from './axe.ts';
import { answered } from './seeded.ts';
import { browserName, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';
const [ours, mine] = ['Support desk', 'My own number'] as const;
const [given] = Object.values(draftFor('wawp', 'demo', '').secrets);

/** What an administrator may write: two accounts, some rights and settings, and two mistakes. */
const policy = (url: string) => {
  const { secrets: _, ...first } = draftFor('wawp', 'demo', url);
  const { secrets: __, ...second } = draftFor('wasend', 'demo', url);
  return {
    accounts: [
      { ...first, name: ours, key: given },
      { ...second, name: mine, key: 'ask' },
    ],
    ...{ mayRetire: false, mayAddAccounts: false, greeting: 'Hello from the desk', joinsPerMinute: 3 },
    ...{ joinOnly: [group], watchEveryMinutes: 60, fullAtPercent: 80, pagesOff: ['intranet.example'] },
    ...{ lockAfterMinutes: 99_999, quietHours: { from: '25:00', to: '07:00' } },
  };
};

/** Chromium looks for another policy every few seconds, and believes an empty one when it has heard it twice. */
const readMs = 60_000;

/** The accounts that the options page shows, once there are as many. */
async function accountsOn({ browser, words }: Stage, count: number): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl('options.html'));
  const isSo = async () => {
    const { accounts } = await answered<{ accounts: readonly unknown[] }>(tab, 'account.overview');
    return accounts.length === count;
  };
  await tab.until(`${count} accounts`, isSo, readMs);
  await tab.close();
  const fresh = await browser.open(browser.extensionUrl('options.html'));
  await fresh.waitFor({ role: 'heading', name: words('sectionAccounts') });
  return fresh;
}

/** What the background says to somebody who asks past the faces. */
function refusal(tab: Tab, question: string, asked: unknown): Promise<string> {
  return answered(tab, question, asked).then(
    () => 'done',
    (error: Error) => /"kind":"([^"]+)"/.exec(error.message)?.[1] ?? error.message,
  );
}

it('holds to what an administrator has set, says so, and lets nobody past', async () => {
  const on = await stage({ policy });
  const { words } = on;
  const tab = await accountsOn(on, 2);
  await tab.waitForText(words('managedKeyGiven'));
  expect(await tab.count({ role: 'button', name: words('accountRemove') })).toBe(0);
  expect(await tab.count({ role: 'link', name: words('addAccount') })).toBe(0);

  // One account waits for its user's key, and for nothing else.
  const [key] = Object.values(draftFor('wasend', 'demo', '').secrets);
  await tab.fill('input[name=key]', key ?? '');
  await tab.click({ role: 'button', name: words('managedKeySave') });
  await tab.waitForText(words('managedKeyKept'));
  await tab.waitForText(words('checkDone'));

  // The faces: shown, with a lock and a reason, and not to be changed.
  await tab.click({ role: 'link', name: words('sectionJoining') });
  const greeting = { role: 'textbox', name: words('greetingLabel') } as const;
  await tab.waitFor(greeting);
  expect(await tab.value(greeting)).toBe('Hello from the desk');
  const described = await tab.evaluate<string>(whyDisabled);
  expect(described).toContain(words('managedSet'));
  if (browserName === 'chromium') expect(await wrongsOn(newest(on))).toEqual([]);
  await tab.click({ role: 'link', name: words('sectionAbout') });
  await tab.waitForText(words('managedBy'));
  expect(await tab.text('main')).toContain('lockAfterMinutes');
  expect(await tab.text('main')).toContain('quietHours');
  expect(await answered<readonly object[]>(tab, 'alert.list')).toMatchObject([{ kind: 'policy-unread' }]);

  // Whoever asks past the faces meets the same answer.
  const { accounts } = await answered<{ accounts: readonly { id: string }[] }>(tab, 'account.overview');
  const [account] = accounts.map(({ id }) => id);
  const { id, code } = await on.groupInSandbox(group);
  await answered(tab, 'group.refresh', account);
  await answered(tab, 'invite.read', { account, group: id });
  expect(await refusal(tab, 'invite.revoke', { account, group: id, code })).toBe('policy-bars');
  const rhythm = { kind: 'at', days: [1], times: ['08:00'] };
  expect(await refusal(tab, 'care.change', { group: id, care: { watch: true, rhythm } })).toBe('policy-bars');
  expect(await refusal(tab, 'account.remove', account)).toBe('policy-sets');
  expect(await refusal(tab, 'account.save', { ...draftFor('wawp', 'demo', on.url), name: 'x' })).toBe('policy-bars');
  expect(await refusal(tab, 'setting.change', { greeting: 'mine' })).toBe('policy-sets');
  expect(await refusal(tab, 'rule.change', { fill: { ceiling: 500, percent: 20 } })).toBe('policy-sets');
  expect(await refusal(tab, 'site.change', { off: [] })).toBe('policy-sets');
  expect(await refusal(tab, 'setting.change', { lockAfterMinutes: 20 })).toBe('done');
  expect(await on.revocations()).toEqual([]);

  // The popup hands out, and does not offer to retire.
  const popup = await on.popup();
  await popup.choose(group);
  expect(await popup.link()).toContain(code);
  await popup.tab.waitForText(words('managedMayNotRetire'));
  expect(await popup.tab.count({ role: 'button', name: words('retireLink') })).toBe(0);
  await popup.tab.close();

  // The administrator's key lies nowhere in what is kept.
  const kept = await on.browser.evaluateInBackground<string>('chrome.storage.local.get().then(JSON.stringify)');
  expect(kept).toContain(ours);
  expect(kept).not.toContain(given);

  // Another policy, and none: what was the user's own is the user's again. Firefox reads its policy when it starts, as
  // it did above.
  if (browserName === 'firefox' && !process.env.LATCHKEY_ALL) return;
  await on.setPolicy({ ...policy(on.url), mayRetire: true, accounts: policy(on.url).accounts.slice(0, 1) }, 'native');
  if (browserName === 'firefox') await on.browser.restart();
  const later = await accountsOn(on, 1);
  await answered(later, 'invite.revoke', { account, group: id, code });
  expect(await on.revocations()).toHaveLength(1);
  await on.setPolicy(undefined);
  if (browserName === 'firefox') await on.browser.restart();
  const last = await accountsOn(on, 0);
  expect(await refusal(last, 'setting.change', { greeting: 'mine' })).toBe('done');
}, 240_000);

function whyDisabled(): string {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea')].filter((one) =>
    one.matches(':disabled'),
  );
  const ids = fields.at(-1)?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
