import type { Account } from '../../model/account';
import type { ManagedAccount, Policy } from '../../model/policy';
import { checksum } from '../../store/checksum';
import { change, habitsItem, policyItem, policyNow } from '../../store/items';
import { forgetSecrets } from '../../store/vault';
import { asTrouble } from '../../trouble';
import { forgotten } from '../accounts';
import * as alerts from '../care/alerts';
import { planned } from '../diary/diary';
import { menuChanged } from '../menu-changed';
import { drawBadges } from '../open-tabs';
import { watch as watchSites } from '../sites';
import { policyGiven } from './given';
import { parsed } from './parsed';

/** A browser that has just started may not have its policies together yet. */
const secondLookMs = 10_000;

/** Reads what the administrator has set, and has it hold from now on. */
export function heed(look: 'first' | 'second' = 'first'): Promise<void> {
  return navigator.locks.request('policy', async () => {
    const given = await policyGiven();
    if (!given) return;
    const [before, next] = await Promise.all([policyNow(), parsed(given)]);
    if (isSame(before, next)) return;
    // That there is none any more is believed when it is heard twice.
    if (isNone(next) && look === 'first')
      return void setTimeout(() => void heed('second').catch(asTrouble), secondLookMs);
    await holds(next, before);
  });
}

function isNone({ given, unread }: Policy): boolean {
  return given.length === 0 && unread.length === 0;
}

function isSame(one: Policy, other: Policy): boolean {
  // Browsers give objects back in an order of their own.
  return checksum(one) === checksum(other);
}

async function holds(next: Policy, before: Policy): Promise<void> {
  const moved = before.accounts.filter((old) => !isWhereItWas(old, next));
  // Before anything could be sent to another server: a key that was typed for one goes to no other.
  for (const { id } of moved) await forgetSecrets(id);
  await change(policyItem, () => next);
  await change(habitsItem, (all) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !moved.some((account) => account.id === id))),
  );
  for (const old of before.accounts.filter(({ id }) => !next.accounts.some((one) => one.id === id))) {
    await forgotten(asAccount(old)).catch(asTrouble);
  }
  await told(next);
  await planned().catch(asTrouble);
  await watchSites().catch(asTrouble);
  await drawBadges().catch(asTrouble);
  menuChanged();
}

function isWhereItWas({ id, server, make }: ManagedAccount, { accounts }: Policy): boolean {
  return accounts.some((one) => one.id === id && one.server === server && one.make === make);
}

function asAccount({ given: _, asks: __, ...account }: ManagedAccount): Account {
  return { ...account, addedAt: 0 };
}

const subject = 'policy';
const mostNamed = 5;

/** An alert for whoever can tell the administrator. */
async function told({ unread }: Policy): Promise<void> {
  await alerts.calm('policy-unread', subject);
  if (unread.length === 0) return;
  const name = unread.slice(0, mostNamed).join(', ').slice(0, 300);
  await alerts.raise({ kind: 'policy-unread', subject, name, count: unread.length });
}
