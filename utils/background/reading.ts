import type { InviteCode } from '../invite-link';
import type { AccountId } from '../model/account';
import type { GroupId } from '../model/group';
import type { Gateway } from '../providers/provider';
import * as lineage from '../store/lineage';
import { readRoll } from '../store/rolls';
import { asTrouble, type Trouble } from '../trouble';
import { groupOf } from './group-of';
import { othersIn } from './in-group';
import { recorded } from './in-hand';
import { aboutTheGateway } from './looking';
import { opened } from './opened';
import { lateLookMs, toldBy } from './settling';
import { noticed } from './watch/noticing';

export interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

/** Held while a group's code is read or changed, so that an answer that comes late cannot undo a newer one. */
export const codeLock = (group: GroupId) => `code ${group}`;
/** Held by a revocation from its first read to its end. */
export const revokeLock = (group: GroupId) => `revoke ${group}`;

type Told = Trouble | undefined;

const underWay = new Map<string, Promise<Told>>();

/**
 * Asks the gateway for a group's code; where that fails, those of the other accounts in the group. Gives what kept the
 * first one from telling, if it did. Whoever asks meanwhile gets that answer. While a revocation of ours is at it nobody
 * else asks: what it finds out is in the store.
 */
export async function readNow(asked: OneGroup): Promise<Told> {
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === revokeLock(asked.group))) return undefined;
  const place = `${asked.account} ${asked.group}`;
  const reading = underWay.get(place) ?? readAlone(asked).finally(() => underWay.delete(place));
  underWay.set(place, reading);
  return reading;
}

function readAlone(asked: OneGroup): Promise<Told> {
  return navigator.locks.request(codeLock(asked.group), async () => {
    const failed = await lookBy(asked);
    if (!failed) return undefined;
    if (!aboutTheGateway.has(failed.kind)) throw failed;
    const { group } = asked;
    for (const account of await othersIn(group, asked.account)) {
      const trouble = await lookBy({ account, group });
      if (!trouble) return failed;
      // A code in hand that could not be written is graver than all else.
      if (trouble.kind === 'unrecorded') throw trouble;
    }
    throw failed;
  });
}

/** Looks through an account; gives what went wrong. */
function lookBy(asked: OneGroup): Promise<Told> {
  return opened(asked.account)
    .then(({ gateway }) => look(gateway, asked))
    .then(() => undefined, asTrouble);
}

interface Look extends OneGroup {
  readonly code: InviteCode;
  readonly askedAt: number;
  readonly now: number;
}

/**
 * Reads the code. It ends a revocation of the group if it tells how that went, and goes into the record. To be called
 * with the group's lock held.
 */
export async function look(gateway: Gateway, { account, group }: OneGroup): Promise<void> {
  const askedAt = Date.now();
  const code = await gateway.invite(group);
  const seen: Look = { account, group, code, askedAt, now: Date.now() };
  if (await toldOpen(seen)) return;
  if (await toldLate(seen)) return;
  const { name } = groupOf(await readRoll(account), group);
  await noticed(await lineage.sighted({ account, group, name, code, now: seen.now }));
}

/** Whether an open revocation had to do with what was read: while there is one, the old code is no news. */
async function toldOpen({ group, code, askedAt, now }: Look): Promise<boolean> {
  const open = (await lineage.openIntents()).find((intent) => intent.group === group);
  if (!open) return false;
  const isNew = await isUnheard(group, code);
  const told = toldBy(open, isNew ? code : open.code, askedAt);
  if (told === 'changed') await recorded(open, { code, how: 'reconciled', now });
  if (told === 'unchanged') await lineage.gaveUp(open, now);
  return true;
}

/** Whether a revocation that was given up has to do with what was read: it may have taken effect after all. */
async function toldLate({ group, code, askedAt, now }: Look): Promise<boolean> {
  const late = (await lineage.lateIntents()).find((intent) => intent.group === group);
  if (!late) return false;
  const isOnRecord = (await lineage.newest(group))?.code !== late.code;
  const isChanged = !isOnRecord && code !== late.code;
  const isNew = isChanged && (await isUnheard(group, code));
  if (isNew) await recorded(late, { code, how: 'late', now });
  else if (isOnRecord || askedAt - (late.unchangedAt ?? 0) >= lateLookMs) await lineage.forgetIntent(late.id);
  return isChanged;
}

/** Whether a code may be a new one: WhatsApp gives none out twice, so one that the record knows as replaced is stale. */
export async function isUnheard(group: GroupId, code: InviteCode): Promise<boolean> {
  const owner = (await lineage.groupsWith([code])).get(code);
  return owner === undefined || (owner === group && (await lineage.newest(group))?.code === code);
}
