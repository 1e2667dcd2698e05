import { browser } from '../browser';
import type { JoinRow } from '../model/join';
import type { Entry } from '../over-time/model';
import { diaryItem, queuesItem } from '../store/care-items';
import { intents } from '../store/codes-known';
import { read } from '../store/items';
import { joinsSince } from '../store/joins';
import { inHand } from './rescued';

const soonMs = 60_000;
/** Older joins are not looked after by themselves any more. */
const joinsMs = 2 * 86_400_000;

/**
 * What is open or due, by the name of its bell. Out of the store: a bell may have rung while nobody was there to hear it.
 * What cannot be read counts as open.
 */
export async function openNow(now: number): Promise<ReadonlySet<string>> {
  const looks = { settle: isAnyRevocation(), joins: isAnyJoin(now), diary: isAnyDue(now), queue: isAnyQueue() };
  const found = await Promise.all(
    Object.entries(looks).map(async ([name, isOpen]) => ((await isOpen.catch(() => true)) ? [name] : [])),
  );
  return new Set(found.flat());
}

async function isAnyRevocation(): Promise<boolean> {
  const [open, rescued] = await Promise.all([intents(), inHand()]);
  return open.length + rescued.length > 0;
}

async function isAnyJoin(now: number): Promise<boolean> {
  return (await joinsSince(now - joinsMs)).some(isOpenJoin);
}

function isOpenJoin({ state, greeting }: JoinRow): boolean {
  return state === 'sending' || state === 'unknown' || greeting?.state === 'waiting' || greeting?.state === 'sending';
}

/** Also where the diary has lost its bell. */
async function isAnyDue(now: number): Promise<boolean> {
  const diary = await read(diaryItem);
  if (diary.length === 0) return false;
  return diary.some((line) => isDue(line, now)) || (await browser.alarms.get('diary')) === undefined;
}

function isDue({ taken, dueAt = Number.POSITIVE_INFINITY }: Entry, now: number): boolean {
  return taken !== undefined || dueAt <= now + soonMs;
}

async function isAnyQueue(): Promise<boolean> {
  return Object.values(await read(queuesItem)).some(({ state }) => state !== 'done');
}
