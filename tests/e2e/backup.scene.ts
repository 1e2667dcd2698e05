import { expect, it } from 'vitest';
import type { Tab } from '../../sandbox/browser/tab.ts';
import { keptIn } from './kept.ts';
import { spellings } from './raw-search.ts';
import { chosen, lastSaved, watchSaving } from './saving.ts';
import { answered } from './seeded.ts';
import { alike, browserName, type Stage, stage } from './stage.ts';

const group = 'VIP Launch List';
const passphrase = 'nine kettles on the roof';

alike('carries everything over to a new browser: saved with sealed keys, shown, brought in, and the same', async () => {
  const on = await stage();
  for (const make of ['wawp', 'wasend'] as const) await on.addAccount(make, 'demo', `Shop ${make}`);
  const popup = await on.popup();
  await popup.choose(group);
  const link = await popup.link();
  await popup.copy();
  await popup.tab.close();
  const { tab } = await privacyOf(on);
  await lived(on, tab);
  const before = await stateOf(tab);

  await tab.evaluate(watchSaving);
  await tab.click({ role: 'checkbox', name: on.words('backupWithKeys') });
  await tab.fill({ role: 'textbox', name: on.words('backupPassphrase'), nth: 0 }, passphrase);
  await tab.fill({ role: 'textbox', name: on.words('backupPassphraseAgain') }, passphrase);
  await on.shot('backup-with-keys');
  await tab.click({ role: 'button', name: on.words('backupSaveWithKeys') });
  const file = Buffer.from((await tab.until('the file', () => lastSaved(tab), 60_000)).bytes, 'base64').toString(
    'utf8',
  );
  const keys = [on.entry('wawp').fields.fieldWawpToken ?? '', on.entry('wasend').fields.fieldWasendKey ?? ''];
  for (const spelling of [...keys, passphrase].flatMap(spellings)) expect(file).not.toContain(spelling);
  expect(file).toContain(link.slice(-22));

  await on.browser.renew();
  await on.browser.grantHosts();
  const fresh = await privacyOf(on);
  await fresh.tab.evaluate(chosen, file);
  await fresh.tab.waitForText(on.words('backupPlan'));
  await on.shot('backup-plan');
  expect(await fresh.tab.text('.backup-plan')).toContain('Shop wawp');
  expect((await stateOf(fresh.tab)).accounts).toEqual([]);
  await fresh.tab.fill({ role: 'textbox', name: on.words('backupKeysPassphrase') }, 'nine kettles on the floor');
  await fresh.tab.click({ role: 'button', name: on.words('backupYes') });
  await fresh.tab.waitForText(on.words('troubleWrongFilePassphrase'));
  expect((await stateOf(fresh.tab)).accounts).toEqual([]);
  await fresh.tab.fill({ role: 'textbox', name: on.words('backupKeysPassphrase') }, passphrase);
  await fresh.tab.click({ role: 'button', name: on.words('backupYes') });
  await fresh.tab.waitForText(on.words('backupDone'));
  await on.shot('backup-brought-in');
  expect(await stateOf(fresh.tab)).toEqual(before);

  // Brought in once more nothing is new, and each account works once its server is allowed by a click.
  await fresh.tab.evaluate(chosen, file);
  await fresh.tab.waitForText(on.words('backupPlan'));
  expect(await fresh.tab.text('.backup-plan')).not.toMatch(/ new\b/);
  await fresh.tab.click({ role: 'button', name: on.words('backupYes') });
  await fresh.tab.waitForText(on.words('backupAllow'));
  await fresh.tab.click({ role: 'button', name: on.words('backupAllowHost'), nth: 0 });
  await fresh.tab.until('the accounts', async () => (await fresh.tab.count('.backup-hosts li')) === 0);
  expect(await stateOf(fresh.tab)).toEqual(before);
  const next = await on.popup();
  await next.choose(group);
  expect(await next.link()).toBe(link);
});

it('forgets everything after a word was typed, and begins as if just installed', async () => {
  const on = await stage();
  if (browserName === 'chromium') await developing(on);
  await on.addAccount();
  await on.allowSites(['127.0.0.1']);
  const popup = await on.popup();
  await popup.choose(group);
  await popup.link();
  await popup.tab.close();
  const { tab } = await privacyOf(on);
  await lived(on, tab);
  await tab.click({ role: 'button', name: on.words('forgetBegin') });
  await tab.fill({ role: 'textbox', name: on.words('forgetType', on.words('forgetWord')) }, 'no');
  await tab.click({ role: 'button', name: on.words('forgetYes') });
  await tab.waitForText(on.words('forgetTypeFault', on.words('forgetWord')));
  await on.shot('forget-everything');
  await tab.fill({ role: 'textbox', name: on.words('forgetType', on.words('forgetWord')) }, on.words('forgetWord'));
  await on.forgetRequests();
  await tab.click({ role: 'button', name: on.words('forgetYes') });
  await new Promise((go) => setTimeout(go, 3_000));

  const again = await on.page(on.browser.extensionUrl('popup.html'));
  await again.waitForText(on.words('firstTitle'));
  const { local, session, sync, rooms } = await keptIn(again);
  const left = JSON.stringify({ local, session, sync, rooms });
  for (const known of [group, 'wawp', '127.0.0.1', 'Spring']) expect(left).not.toContain(known);
  expect(rooms.lineage).toEqual([]);
  expect(await on.allowedHosts()).toEqual([]);
  expect(await on.requests()).toEqual([]);
});

/** Without it Chromium starts no extension again that lies in a folder; those from a store it does. */
async function developing({ page }: Stage): Promise<void> {
  const tab = await page('chrome://extensions');
  await tab.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await tab.close();
}

async function privacyOf(on: Stage) {
  const options = await on.options();
  await options.show('sectionPrivacy');
  await options.tab.waitForText(on.words('forgetTitle'));
  return options;
}

/** Something of everything that is kept. */
async function lived(on: Stage, tab: Tab): Promise<void> {
  const { id } = await on.groupInSandbox(group);
  const [first] = (await answered<{ accounts: { id: string }[] }>(tab, 'account.overview')).accounts;
  await answered(tab, 'setting.change', { theme: 'dark', joinOnly: ['Book club'], greeting: 'Hello' });
  await answered(tab, 'site.change', { on: ['blog.example'], off: ['mail.example'] });
  await answered(tab, 'rule.change', { coolDownMinutes: 90, notice: 'Now at {link}' });
  await answered(tab, 'care.change', {
    group: id,
    care: { watch: true, rhythm: { kind: 'at', days: [1], times: ['09:00'] } },
  });
  const endAt = Date.now() + 9 * 86_400_000;
  const campaign = {
    id: '',
    name: 'Spring',
    startAt: endAt - 86_400_000,
    endAt,
    groups: [id],
    notes: '',
    atEnd: 'keep',
  };
  await answered(tab, 'campaign.save', campaign);
  await answered(tab, 'cell.save', { id: '', name: 'Row', groups: [id] });
  await answered(tab, 'group.prefer', { account: first?.id, group: id }).catch(() => undefined);
  const { code } = await on.groupInSandbox('Garden Swap Toulouse');
  await answered(tab, 'queue.add', { account: first?.id, codes: [code] });
}

interface Cared {
  readonly rules: object;
  readonly cares: readonly { readonly group: string; readonly watch: boolean; readonly rhythm: object }[];
}

/** What a person would miss. */
async function stateOf(tab: Tab) {
  const rows = (question: string, asked?: object) => answered<readonly object[]>(tab, question, asked);
  const { accounts, settings, primaries } = await answered<{
    readonly accounts: readonly object[];
    readonly settings: object;
    readonly primaries: object;
  }>(tab, 'account.overview');
  const { rules, cares } = await answered<Cared>(tab, 'care.view');
  const queues = await answered<readonly { readonly rows: readonly object[] }[]>(tab, 'queue.list');
  return {
    accounts: without(accounts, 'allowed', 'secrets', 'copyOnly'),
    ...{ settings, primaries, rules, sites: await answered(tab, 'site.list'), campaigns: await rows('campaign.list') },
    cares: cares.map(({ group: one, watch, rhythm }) => ({ one, watch, rhythm })),
    cells: without(await rows('cell.list'), 'cells', 'handing'),
    queues: queues.flatMap((queue) => without(queue.rows, 'seq')),
    lineage: without(await rows('record.rows', { part: 'lineage', after: 0 }), 'prev', 'hash', 'added'),
    ledger: without(await rows('record.rows', { part: 'ledger', after: 0 }), 'prev', 'hash', 'added'),
  };
}

function without(rows: readonly object[], ...names: readonly string[]): object[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))));
}
