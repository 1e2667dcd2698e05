import type { InviteView } from './model/invite';
import type { Overview } from './model/overview';

/** For so long a new link is news to those who have the old one. */
const newsMs = 7 * 86_400_000;

/** Whether the link took another's place so lately that it must be said. */
export function isNews({ previous }: Pick<InviteView, 'previous'>, now: number): boolean {
  return previous !== undefined && now - previous.at <= newsMs;
}

/** Whether the popup begins with nothing seldom: no notice, nothing to look at, no lock, no groups in a row. */
export function isPlain(overview: Overview, now: number): boolean {
  return isAllWell(overview) && isPlainLast(overview, now);
}

function isAllWell({ vault, record, chains, alerts }: Overview): boolean {
  return (
    !vault.passphrase && alerts === 0 && record.health === 'whole' && record.rescued.length === 0 && chains.length === 0
  );
}

function isPlainLast({ accounts, last }: Overview, now: number): boolean {
  if (!last) return true;
  const { code, open, failed } = last.invite;
  const account = accounts.find(({ id }) => id === last.invite.account);
  return account?.allowed === true && code !== undefined && !open && !failed && !isNews(last.invite, now);
}
