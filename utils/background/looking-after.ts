import { awake } from '../bridge/awake';
import { browser } from '../browser';
import type { AccountId } from '../model/account';
import type { Intent } from '../store/database';
import { accountsItem, read } from '../store/items';
import * as lineage from '../store/lineage';
import { readRoll } from '../store/rolls';
import { asTrouble } from '../trouble';
import { drained } from './in-hand';
import { opened } from './opened';
import { codeLock, look } from './reading';
import { bell, lateLookMs, nextLookMs, nextRoundMs } from './settling';

const leastGapMs = 3_000;

/** When each revocation was looked after last, so that many bells at once are one look. */
const lookedAt = new Map<string, number>();
/** When the next round begins; whatever was planned for later has been overtaken. */
let roundAt = Number.POSITIVE_INFINITY;

/** Looks after every open revocation: at each start, bell and opening of the popup. Never rejects. */
export function settle(): Promise<void> {
  return awake(async () => {
    await drained();
    await lineage.notAhead(Date.now()).catch(asTrouble);
    // Before the looks: whoever dies in the middle of them must be woken again.
    await ring();
    const groups = Map.groupBy(await due(), ({ account }) => account).values();
    // One gateway that hangs keeps no other waiting, and none is asked two things at once.
    await Promise.all([...groups].map(oneByOne));
    await ring();
    await planRound();
  }).catch(() => undefined);
}

async function oneByOne(intents: readonly Intent[]): Promise<void> {
  for (const intent of intents) await lookAfter(intent).catch(asTrouble);
}

/** Whoever holds the lock is still at it. */
async function lookAfter(intent: Intent): Promise<void> {
  const sinceMs = Date.now() - (lookedAt.get(intent.id) ?? 0);
  if (sinceMs >= 0 && sinceMs < leastGapMs) return;
  await navigator.locks.request(codeLock(intent.group), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    lookedAt.set(intent.id, Date.now());
    for (const account of await eyesOn(intent)) {
      const trouble = await lookBy(account, intent).then(() => undefined, asTrouble);
      if (trouble?.kind !== 'no-account') return;
    }
  });
}

async function lookBy(account: AccountId, { group }: Intent): Promise<void> {
  const { gateway } = await opened(account);
  await look(gateway, { account, group });
}

/** Who can read the group's code: the account that was asked to change it; where that is gone, any other in the group. */
async function eyesOn({ account, group }: Intent): Promise<AccountId[]> {
  const ids = (await read(accountsItem)).map(({ id }) => id);
  if (ids.includes(account)) return [account];
  const rolls = await Promise.all(ids.map(readRoll));
  return rolls.filter(({ groups }) => groups.some(({ id }) => id === group)).map((roll) => roll.account);
}

/** Open revocations, and those that were given up and are to be looked at once more. */
async function due(): Promise<Intent[]> {
  const now = Date.now();
  // A store that cannot be read is told to whoever asks next; here nobody listens.
  const all = [...(await open()), ...(await late())];
  return all.filter(({ unchangedAt = 0 }) => Math.abs(now - unchangedAt) >= lateLookMs);
}

const open = () => lineage.openIntents().catch(() => []);
const late = () => lineage.lateIntents().catch(() => []);

/** How long until a revocation wants to be looked after, in ms. */
function waitMs({ sentAt, unchangedAt }: Intent, now: number): number {
  if (unchangedAt === undefined) return nextLookMs(now - sentAt);
  const lateMs = Math.min(unchangedAt + lateLookMs - now, lateLookMs);
  return lateMs > 0 ? lateMs : nextLookMs(now - sentAt);
}

/** Sets the bell for the next look at anything that is not settled, and at what is about to be sent. */
export async function ring(sentAt?: number): Promise<void> {
  const now = Date.now();
  const waits = [...(await open()), ...(await late())].map((intent) => waitMs(intent, now));
  if (sentAt !== undefined) waits.push(nextLookMs(now - sentAt));
  if (waits.length > 0) await browser.alarms.create(bell, { when: now + Math.min(...waits) });
}

/** While the background lives it looks again sooner than any bell can ring. */
async function planRound(): Promise<void> {
  const now = Date.now();
  const waits = (await open()).flatMap(({ sentAt }) => nextRoundMs(now - sentAt) ?? []);
  const at = now + Math.min(...waits);
  if (at >= roundAt) return;
  roundAt = at;
  void awake(() => new Promise((go) => setTimeout(go, at - now))).then(() => {
    if (roundAt !== at) return undefined;
    roundAt = Number.POSITIVE_INFINITY;
    return settle();
  });
}
