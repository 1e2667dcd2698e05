import { browser } from '../../browser';
import { isolated } from '../../handout/clean-name';
import { type InviteCode, inviteUrl } from '../../invite-link';
import { copyText } from '../../page/copy-text';
import { mayCopy } from '../../page/selection';
import { moment } from '../../times';
import { asTrouble, Trouble, type TroubleFacts } from '../../trouble';
import { troubleWords } from '../../wording';
import { say } from '../../words';
import { handyLink } from '../handy';
import type { UsedGroup } from '../insert-menu';
import * as ledger from '../ledger';
import { menuChanged } from '../menu-changed';
import { heed, nod } from '../signals';
import * as windows from '../windows';
import { copyHere } from './copy-here';
import { openFace } from './face';
import { inRow } from './in-row';

/** What the page may do because of a key lasts about five seconds. */
const patienceMs = 2_000;

/**
 * Copies a group's link without any face of ours, and says so on the toolbar button. Chromium has the page in front do the
 * writing, into which a key or an accepted suggestion lets us; where that cannot be, a window of ours does it.
 */
export async function copyInto(tab: number, wanted: UsedGroup): Promise<void> {
  const mayWrite = run(tab, mayCopy, []);
  const group = await inRow(wanted);
  // None of several groups in a row has room: the popup says what can be done.
  if (!group) return openFace();
  const link = await handyLink(group.account, group.group, patienceMs).catch(asTrouble);
  if (link instanceof Trouble) return withoutLink(tab, group, link.facts);
  const text = inviteUrl(link.code);
  const copied = copyHere(text) || ((await mayWrite) && (await run(tab, copyText, [text])));
  if (!copied) return windows.openHand(link.code);
  await noted(group, link.code);
  const name = isolated(group.groupName);
  if (link.checked) await nod(tab, say('handCopied', name, text));
  else await heed(tab, say('handUnchecked', name, moment(link.seenAt)));
}

/** False where the browser lets nobody in. */
async function run<A extends unknown[]>(
  tabId: number,
  func: (...args: A) => boolean | Promise<boolean>,
  args: A,
): Promise<boolean> {
  const results = await browser.scripting.executeScript({ target: { tabId }, func, args }).catch(() => []);
  return results[0]?.result === true;
}

async function noted({ account, group }: UsedGroup, code: InviteCode): Promise<void> {
  await ledger.note({ account, group, code, shape: 'link' });
  menuChanged();
}

async function withoutLink(tab: number, { groupName }: UsedGroup, facts: TroubleFacts): Promise<void> {
  const { what, next } = troubleWords(facts);
  await heed(tab, say('handNoLink', isolated(groupName), what, next));
  await openFace();
}
