import type { Asker } from '../bridge/answer';
import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { Sight, SightInWords } from '../model/sight';
import { remember, remembered } from '../store/sights';
import { Trouble } from '../trouble';
import { told, type Ways, waysTo } from './looking';
import { oursAmong } from './own';
import { sightInWords } from './page-words';
import { isAllowed } from './policy/bars';
import { forPage, sightOf, sightOfOurs, withOurs } from './sight-of';
import { tabTurns } from './tab-turns';
import type { Who } from './turns';

interface Asked {
  readonly code: InviteCode;
  readonly account?: AccountId;
  readonly again?: boolean;
}

/** What is behind an invite, by whoever may be asked. What keeps everybody from telling is in the sight. */
export async function probe(asked: Asked): Promise<Sight> {
  return withOwn(await seen(asked, { isOurs: true }));
}

/** The same for a queue that may be stopped meanwhile; rejects with `not-allowed` where it was. */
export async function probeUnless(isOff: () => boolean, asked: Asked): Promise<Sight> {
  return withOwn(await seen(asked, { isOurs: true, isOff }));
}

// Apart, so that what is remembered does not wait for somebody's answer.
const looks = tabTurns();
const recalls = tabTurns();

/** The same for a card in a page: paced by its tab, behind what our own pages ask, and without what is no page's business. */
export function probeForPage(code: InviteCode, { tab }: Asker): Promise<SightInWords> {
  return looks(tab, async (spend) => toldToPage(await withOwn(await seen({ code }, { isOurs: false }, spend))));
}

/** What is remembered, and what the store knows of our own codes; nobody is asked. */
export async function recall(codes: readonly InviteCode[]): Promise<readonly Sight[]> {
  const distinct = [...new Set(codes)];
  const kept = await remembered(distinct);
  const ours = await oursAmong(distinct.map((code) => ({ code, id: kept.get(code)?.sight.id })));
  return distinct.flatMap((code) => {
    const sight = kept.get(code)?.sight;
    const own = ours.get(code);
    return (sight ? withOurs(sight, own) : own && sightOfOurs(code, own)) ?? [];
  });
}

export async function recallForPage(code: InviteCode, { tab }: Asker): Promise<SightInWords | undefined> {
  const [sight] = await recalls(tab, () => recall([code]));
  return sight && toldToPage(sight);
}

async function toldToPage(sight: Sight): Promise<SightInWords> {
  const mayJoin = await isAllowed('mayJoin');
  return { ...sightInWords(forPage(sight), Date.now()), ...(!mayJoin && { mayJoin }) };
}

async function withOwn(sight: Sight): Promise<Sight> {
  const { code, id } = sight;
  return withOurs(sight, (await oursAmong([{ code, id }])).get(code));
}

interface Asking {
  readonly sight: Promise<Sight>;
  readonly who: Who;
  /** Whether it has gone past what is remembered, so that it is as new as can be. */
  isNew: boolean;
}

const asking = new Map<string, Asking>();

/** A sight without what is our own: one request, however many ask for it at once. */
function seen(asked: Asked, who: Who, spend: () => void = () => {}): Promise<Sight> {
  const key = `${asked.code} ${asked.account ?? ''}`;
  const other = asking.get(key);
  if (other && (!asked.again || other.isNew)) {
    // What a page has asked for may now be wanted by a person in front of one of ours.
    if (who.isOurs) other.who.isOurs = true;
    return other.sight;
  }
  const sight = Promise.resolve().then(() => lookedBehind(asked, mine, spend));
  const mine: Asking = { sight, who, isNew: asked.again === true };
  asking.set(key, mine);
  return mine.sight.finally(() => asking.get(key) === mine && asking.delete(key));
}

async function lookedBehind({ code, account, again }: Asked, mine: Asking, spend: () => void): Promise<Sight> {
  const ways = await waysTo(code, account);
  const fresh = again ? undefined : await lately(code, account, ways);
  if (fresh) return fresh;
  if (!mine.who.isOurs) spend();
  mine.isNew = true;
  const { gateway, ...rest } = await told(code, ways, mine.who);
  const sight = sightOf(code, { gateway, ...rest }, Date.now());
  const isHalf = gateway instanceof Trouble && !sight.sources.includes('gateway');
  if (sight.verdict === 'unknown') lost.set(`${code} ${askable(ways)}`, sight);
  // What cannot be kept is looked up again.
  else await remember(sight, askable(ways, isHalf)).catch(() => undefined);
  return sight;
}

const freshMs = 10 * 60_000;
/** How long the page's word will do where the gateway failed. */
const halfMs = 30_000;
/** A failure is no answer about the link: it is only not asked for again in the same breath. */
const lostMs = 4_000;
const mostLost = 100;
const lost = new Map<string, Sight>();

/** What was seen lately by whoever would be asked now. */
async function lately(code: InviteCode, account: AccountId | undefined, ways: Ways): Promise<Sight | undefined> {
  if (lost.size > mostLost) lost.clear();
  const failure = lost.get(`${code} ${askable(ways)}`);
  if (failure && age(failure) < lostMs) return failure;
  const kept = (await remembered([code]).catch(() => undefined))?.get(code);
  if (!kept || age(kept.sight) >= freshMs) return undefined;
  if (account !== undefined) return kept.sight.sources.includes('gateway') ? kept.sight : undefined;
  const isEnough = kept.askable === askable(ways);
  const isHalf = kept.askable === askable(ways, true) && age(kept.sight) < halfMs;
  return isEnough || isHalf ? kept.sight : undefined;
}

/** A time to come is none that anything was seen at. */
function age({ seenAt }: Sight): number {
  const ms = Date.now() - seenAt;
  return ms < 0 ? Number.POSITIVE_INFINITY : ms;
}

/** Who was to be asked, in one word; `isHalf` where a gateway was, and failed. */
function askable({ accounts, page, pictures }: Ways, isHalf = false): string {
  return [...accounts, page && 'page', pictures && 'pictures', isHalf && 'half'].filter(Boolean).join(' ');
}
