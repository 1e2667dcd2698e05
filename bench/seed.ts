import type { Browser } from '../sandbox/browser/browser.ts';
import type { Holder } from '../sandbox/dialect.ts';
import { draftFor } from '../sandbox/entries.ts';
import { answered, seeded } from '../tests/e2e/seeded.ts';

interface Seeds {
  readonly sandbox: string;
  readonly holder?: Holder;
  /** Used last: the popup opens on it. */
  readonly group?: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the popup stands on, as somebody's clicks would have left it. */
export interface Seeded {
  readonly account: string;
  readonly group: string;
  readonly code: string;
}

/** Connects an account and uses one of its groups, by the questions that the faces ask. */
export async function seed(browser: Browser, { sandbox, holder = 'demo', group = '' }: Seeds): Promise<Seeded> {
  await seeded(browser, { ...draftFor('wawp', holder, sandbox), name: 'Acme' });
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  const overview = await answered<{ readonly accounts: readonly Named[] }>(tab, 'account.overview');
  const account = overview.accounts[0]?.id ?? '';
  const roll = await answered<{ readonly groups: readonly Named[] }>(tab, 'group.refresh', account);
  const used = (roll.groups.find(({ name }) => name === group) ?? roll.groups[0])?.id ?? '';
  const { code } = await answered<{ readonly code: string }>(tab, 'invite.read', { account, group: used });
  await answered(tab, 'ledger.note', { account, group: used, code, shape: 'link' });
  await tab.close();
  return { account, group: used, code };
}
