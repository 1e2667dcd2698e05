import { isPlain } from '../../utils/plain-view';
import { newcomer, seldom } from './on-demand';
import type { First } from './Popup';

/** Reads what the first face needs besides: coming a moment later, it would push away what somebody is about to click. */
export async function readFor(first: First): Promise<void> {
  if (!('overview' in first && isPlain(first.overview, Date.now()))) await seldom.read();
  if ('overview' in first && first.overview.accounts.length === 0) await newcomer.read();
}
