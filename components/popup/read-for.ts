import type { Overview } from '../../utils/model';
import { isNews } from './news';
import { newcomer, seldom } from './on-demand';
import type { First } from './Popup';

/** Reads what the first face needs besides: coming a moment later, it would push away what somebody is about to click. */
export async function readFor(first: First): Promise<void> {
  if (!isPlain(first)) await seldom.read();
  if ('overview' in first && first.overview.accounts.length === 0) await newcomer.read();
}

function isPlain(first: First): boolean {
  return 'overview' in first && isAllWell(first.overview) && isPlainLast(first.overview);
}

function isAllWell({ vault, record, chains, alerts }: Overview): boolean {
  return (
    !vault.passphrase && alerts === 0 && record.health === 'whole' && record.rescued.length === 0 && chains.length === 0
  );
}

function isPlainLast({ accounts, last }: Overview): boolean {
  if (!last) return true;
  const { code, open, failed } = last.invite;
  const account = accounts.find(({ id }) => id === last.invite.account);
  return account?.allowed === true && code !== undefined && !open && !failed && !isNews(last.invite, Date.now());
}
