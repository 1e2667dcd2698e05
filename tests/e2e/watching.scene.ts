import { expect } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { browserName, type Stage, stage, thorough } from './stage.ts';

const group = 'VIP Launch List';

thorough('finds by its bell that somebody has reset a link, and tells of it once, however often it looks', async () => {
  const on = await stage({ notifies: true });
  await on.addAccount();
  const popup = await on.popup();
  await popup.choose(group);
  const old = await popup.link();
  await popup.tab.close();
  const { id } = await on.groupInSandbox(group);
  const tab = await on.page(on.browser.extensionUrl('welcome.html'));
  await ask(tab, 'care.change', { group: id, care: { watch: true } });
  await ask(tab, 'rule.change', { watching: true, notify: true });
  expect(await checked(on, tab)).toBeGreaterThan(0);
  expect(await told(on)).toEqual({ badge: '', title: on.words('name'), notifications: [] });

  await on.happen({ act: 'revoke', group });
  for (let nth = 0; nth < 3; nth += 1) await checked(on, tab);
  const alerts = await ask<readonly { readonly between: { readonly from: number; readonly to: number } }[]>(
    tab,
    'alert.list',
  );
  expect(alerts).toMatchObject([{ kind: 'changed-elsewhere', name: group, times: 1 }]);
  expect(alerts[0]?.between.from).toBeLessThan(alerts[0]?.between.to ?? 0);
  expect(await told(on)).toEqual({
    badge: '!',
    title: on.words('alertWaiting', on.words('alertElsewhere')),
    // A Firefox without a window shows none.
    notifications: browserName === 'firefox' ? [] : [`changed-elsewhere ${id}`],
  });

  const link = await on.linkInSandbox(group);
  expect(link).not.toBe(old);
  const after = await on.popup();
  await after.choose(group);
  expect(await after.link()).toBe(link);
  await after.tab.waitForText('Reset elsewhere, ');
  await ask(tab, 'alert.dismiss', `changed-elsewhere ${id}`);
  expect(await told(on)).toEqual({ badge: '', title: on.words('name'), notifications: [] });
});

/** What stands on the button in the toolbar, and what the browser shows. */
function told(on: Stage): Promise<unknown> {
  return on.browser.evaluateInBackground(async () => {
    const { action, notifications } = Reflect.get(globalThis, 'chrome');
    const [badge, title, shown] = await Promise.all([
      action.getBadgeText({}),
      action.getTitle({}),
      notifications.getAll(),
    ]);
    return { badge, title, notifications: Object.keys(shown) };
  });
}

/** The time of the next check comes while the background sleeps. Gives when it was checked. */
async function checked(on: Stage, tab: Tab): Promise<number> {
  const before = await tab.evaluate<number>(lastCheck);
  await on.browser.stopBackground();
  await tab.evaluate(comeDue);
  await on.browser.evaluateInBackground('1');
  await tab.until('a check', async () => (await tab.evaluate<number>(lastCheck)) > before);
  return tab.evaluate<number>(lastCheck);
}

/** Runs in the page. */
async function lastCheck(): Promise<number> {
  const { diary } = await Reflect.get(globalThis, 'chrome').storage.local.get('diary');
  return diary?.value.find(({ duty }: { duty: string }) => duty === 'watch')?.last?.at ?? 0;
}

/** Runs in the page. */
async function comeDue(): Promise<void> {
  const { local } = Reflect.get(globalThis, 'chrome').storage;
  const { sum: _, ...diary } = (await local.get('diary')).diary;
  const value = diary.value.map((entry: object) => ({ ...entry, dueAt: Date.now() - 1_000 }));
  await local.set({ diary: { ...diary, value, count: diary.count + 1 } });
}

async function ask<Answer>(tab: Tab, question: string, asked?: unknown): Promise<Answer> {
  const send = (message: object) => Reflect.get(globalThis, 'chrome').runtime.sendMessage(message);
  const answer = await tab.evaluate<{ readonly answer: Answer }, object>(send, { question, asked });
  expect(answer).toHaveProperty('answer');
  return answer.answer;
}
