import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { LineageRow, RescuedCode } from '../model/record';
import { Trouble, type TroubleFacts } from '../trouble';
import { everSeen, groupsWith, intents, lastSeen, newest, seenBy } from './codes-known';
import { type Intent, reading, type Writing, writing } from './database';
import { intent as legibleIntent, openOf } from './intents';
import { keepAnswer } from './raw-answers';
import { appending } from './record';
import { type LineOf, legible, lineageRow } from './rows';

export { groupsWith, history, isFirst, lateIntents, newest, openIntents, recall, viewOf } from './codes-known';

/** A code as the gateway has just named it. */
export interface Sighting {
  readonly account: AccountId;
  readonly group: GroupId;
  readonly name: string;
  readonly code: InviteCode;
  readonly now: number;
}

/** How a revocation ended: the code that stands now, how we know, and the gateway's own words, secrets taken out. */
export interface Ending {
  readonly code: InviteCode;
  readonly how: LineageRow['how'];
  readonly now: number;
  readonly raw?: string;
}

type Line = LineOf<'lineage'>;

/** Notes that the gateway named this code. A code we did not know gets a line in the record; gives that line. */
export function sighted(sighting: Sighting): Promise<LineageRow | undefined> {
  return appending('lineage', ['seen', 'intents'], async (pen) => {
    if (await isStale(sighting)) return undefined;
    const told = await toldBy(sighting);
    const lines = told ? await endingLines(told, { ...sighting, how: howOf(told) }) : await newsLines(sighting);
    const [row] = await pen(lines, async (transaction) => {
      await see(transaction, sighting);
      if (told) await transaction.objectStore('intents').delete(told.id);
    });
    return row && lineageRow(row);
  });
}

/** A revocation, open or given up, that a code never heard of before is the outcome of. */
async function toldBy({ group, code }: Sighting): Promise<Intent | undefined> {
  const mine = (await intents()).filter((intent) => intent.group === group && intent.code !== code);
  if (mine.length === 0 || (await groupsWith([code])).has(code)) return undefined;
  const last = await newest(group);
  return mine.find((intent) => intent.code === last?.code);
}

/**
 * Whether a gateway names a code that was replaced, as another account's gateway has told us: it has not heard of it yet.
 * An account's own gateway may take back what it said, and has the last word.
 */
async function isStale({ account, group, code }: Sighting): Promise<boolean> {
  const others = (await everSeen(group)).filter((seen) => seen.account !== account && seen.code !== code);
  if (others.length === 0) return false;
  const last = await newest(group);
  const isOther = last !== undefined && last.account !== account && others.some((seen) => seen.code === last.code);
  return isOther && last.code !== code && (await groupsWith([code])).get(code) === group;
}

function howOf({ unchangedAt }: Intent): LineageRow['how'] {
  return unchangedAt === undefined ? 'reconciled' : 'late';
}

async function newsLines(sighting: Sighting): Promise<Line[]> {
  const { group, code } = sighting;
  const [last, seen] = await Promise.all([newest(group), lastSeen(group)]);
  // What an account saw after the last line was written counts for more: that line may have come out of a file.
  const old = last && (seen && seen.seenAt > last.at ? seen.code : last.code);
  if (old === code) return [];
  if (!old) return [{ ...lineOf(sighting), event: 'first-seen', how: 'read' }];
  return [{ ...lineOf(sighting), event: 'changed-elsewhere', how: 'read', old, ...(await oldSeen(sighting, old)) }];
}

/**
 * Writes a revocation down before it is sent. A group has one at a time, whoever asks, and an id is good for one: where the
 * journal or the record has it already, it rejects with `busy`.
 */
export async function begin(intent: Omit<Intent, 'reserve'>): Promise<void> {
  await writing(['intents', 'lineage'], async (transaction) => {
    const intents = transaction.objectStore('intents');
    const used = [intents.getKey(intent.id), transaction.objectStore('lineage').getKey(intent.id)];
    if ((await Promise.all(used)).some((key) => key !== undefined)) throw new Trouble('busy');
    const others = legible(await intents.getAll(), legibleIntent).rows.filter(({ group }) => group === intent.group);
    if (openOf(others)) throw new Trouble('unsettled');
    // Whatever an earlier one may still do, it does to the same code.
    for (const { id } of others) await intents.delete(id);
    await intents.put({ ...intent, reserve: '·'.repeat(4096) });
  });
}

/** Notes what went wrong with a revocation's answer; it stays open. */
export async function doubted(id: string, trouble: TroubleFacts, raw?: string): Promise<void> {
  await writing(['intents', 'answers'], async (transaction) => {
    const intent = await transaction.objectStore('intents').get(id);
    if (intent) await transaction.objectStore('intents').put({ ...intent, trouble });
    if (raw !== undefined) await keepAnswer(transaction, id, { at: Date.now(), raw });
  });
}

/**
 * Ends a revocation and writes its line, in one transaction. A second ending of the same intent changes nothing. Where the
 * code is the old one the intent stays for a late look, and with that it is gone.
 */
export async function settled(asked: Pick<Intent, 'id'>, ending: Ending): Promise<void> {
  await appending('lineage', ['seen', 'intents', 'answers'], async (pen) => {
    const intent = legibleIntent(await reading((db) => db.get('intents', asked.id)));
    if (!intent) return;
    const stays = ending.code === intent.code && intent.unchangedAt === undefined;
    await pen(await endingLines(intent, ending), async (transaction) => {
      await see(transaction, { ...intent, ...ending });
      if (ending.raw !== undefined) await keepAnswer(transaction, intent.id, { at: ending.now, raw: ending.raw });
      const intents = transaction.objectStore('intents');
      await (stays ? intents.put({ ...intent, unchangedAt: ending.now }) : intents.delete(intent.id));
    });
  });
}

/** The settling window is over and the code is the old one. */
export function gaveUp(intent: Intent, now: number): Promise<void> {
  return settled(intent, { code: intent.code, how: 'reconciled', now });
}

/** Writes the line of a code that could not be written when it came. */
export async function recorded(rescued: RescuedCode): Promise<void> {
  const { id, old, at: now } = rescued;
  await appending('lineage', ['seen', 'intents'], async (pen) => {
    const kept = legibleIntent(await reading((db) => db.get('intents', id)));
    const intent = kept ?? { ...rescued, code: old, sentAt: now, reserve: '' };
    const seen = await seenBy(intent);
    await pen(await endingLines(intent, { code: rescued.code, how: 'reply', now }), async (transaction) => {
      if (!seen || seen.seenAt <= now) await see(transaction, { ...rescued, now });
      await transaction.objectStore('intents').delete(id);
    });
  });
}

/** Revocations from before the clock was set back count from now: nobody knows how old they are. */
export async function notAhead(now: number): Promise<void> {
  const isAhead = ({ sentAt, unchangedAt = 0 }: Intent) => sentAt > now || unchangedAt > now;
  if (!(await intents()).some(isAhead)) return;
  await writing(['intents'], async (transaction) => {
    const room = transaction.objectStore('intents');
    for (const intent of legible(await room.getAll(), legibleIntent).rows.filter(isAhead)) {
      const { sentAt, unchangedAt, ...rest } = intent;
      const given = unchangedAt === undefined ? {} : { unchangedAt: Math.min(unchangedAt, now) };
      await room.put({ ...rest, sentAt: Math.min(sentAt, now), ...given });
    }
  });
}

/** Lets an intent go without a line. */
export async function forgetIntent(id: string): Promise<void> {
  await writing(['intents'], (transaction) => transaction.objectStore('intents').delete(id));
}

/** Forgets what an account saw. The record of codes stays. */
export async function forgetSeen(account: AccountId): Promise<void> {
  await writing(['seen', 'rolls'], async (transaction) => {
    await transaction.objectStore('seen').delete(IDBKeyRange.bound([account, ''], [account, '\uffff']));
    await transaction.objectStore('rolls').delete(account);
  });
}

/** The line with which a revocation ends; none where it is written already. */
async function endingLines(intent: Intent, { code, how, now }: Ending): Promise<Line[]> {
  const rotated = code !== intent.code;
  if (!rotated && intent.unchangedAt !== undefined) return [];
  const [taken, last] = await Promise.all([reading((db) => db.get('lineage', intent.id)), newest(intent.group)]);
  const isWritten = rotated ? last?.code === code || taken?.code === code : taken !== undefined;
  if (isWritten) return [];
  const line = { ...lineOf({ ...intent, code, now }), id: taken ? `${intent.id}.late` : intent.id, how };
  const why = intent.reason ? { reason: intent.reason } : {};
  if (!rotated) return [{ ...line, event: 'not-rotated', ...why }];
  return [{ ...line, event: 'retired', old: intent.code, ...(await oldSeen(intent, intent.code)), ...why }];
}

/** When a gateway last named the code that is gone. */
async function oldSeen({ group }: Pick<Sighting, 'group'>, old: InviteCode): Promise<{ oldSeenAt?: number }> {
  const times = (await everSeen(group)).filter(({ code }) => code === old).map(({ seenAt }) => seenAt);
  return times.length > 0 ? { oldSeenAt: Math.max(...times) } : {};
}

async function see(transaction: Writing, { account, group, code, now }: Omit<Sighting, 'name'>): Promise<void> {
  await transaction.objectStore('seen').put({ account, group, code, seenAt: now });
}

function lineOf({ account, group, name, code, now }: Sighting) {
  return { id: crypto.randomUUID(), at: now, account, group, name, code };
}
