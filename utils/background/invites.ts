import type { InviteCode } from '../invite-link';
import type { AccountId, GroupId, InviteView, LineageRow } from '../model';
import type { Gateway } from '../providers/provider';
import type { Intent } from '../store/database';
import { used } from '../store/ledger';
import * as lineage from '../store/lineage';
import { readRoll } from '../store/rolls';
import { asTrouble, Trouble } from '../trouble';
import { groupOf } from './groups';
import { opened } from './opened';
import { isSettled, ring } from './settling';

interface OneGroup {
  readonly account: AccountId;
  readonly group: GroupId;
}

const chatterMs = 10 * 60_000;

export function recall({ account, group }: OneGroup): Promise<InviteView> {
  return lineage.recall(account, group);
}

export function history({ group }: OneGroup): Promise<LineageRow[]> {
  return lineage.history(group);
}

/** Asks the gateway for the code, and lets what it says end a revocation that is still open. */
export async function read(asked: OneGroup): Promise<InviteView> {
  const { gateway } = await opened(asked.account);
  await look(gateway, asked);
  return recall(asked);
}

/**
 * Retires a group's code: reads the old one, writes the intent down, posts once, and verifies by a read. Whatever comes
 * back, no code is lost: what the reply does not tell, the reads tell, now or later (`settle`).
 */
export function revoke(asked: OneGroup & { code: InviteCode; reason?: string }): Promise<InviteView> {
  // Held by this life of the worker; the intent keeps other lives apart.
  return navigator.locks.request(`revoke ${asked.group}`, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Trouble('busy');
    const { gateway } = await opened(asked.account);
    const intent = await prepared(gateway, asked);
    await lineage.begin(intent);
    await used(asked.account, asked.group, intent.sentAt);
    await ring(intent.sentAt);
    await sent(gateway, { ...intent, reserve: '' });
    return recall(asked);
  });
}

async function prepared(
  gateway: Gateway,
  asked: OneGroup & { code: InviteCode; reason?: string },
): Promise<Omit<Intent, 'reserve'>> {
  await look(gateway, asked);
  const view = await recall(asked);
  if (view.open) throw new Trouble('unsettled');
  if (view.code !== asked.code) throw new Trouble('changed-meanwhile');
  const justRetired = view.previous?.byUs && Date.now() - view.previous.at < chatterMs;
  const reason = asked.reason?.trim().slice(0, 200);
  if (justRetired && !reason) throw new Trouble('needs-reason');
  const { account, group, code } = asked;
  const { name } = groupOf(await readRoll(account), group);
  const intent = { id: crypto.randomUUID(), account, group, name, code, sentAt: Date.now() };
  return { ...intent, ...(reason && { reason }) };
}

/** The one post. A code in the reply is kept before anything else is done; without one, a read has to tell. */
async function sent(gateway: Gateway, intent: Intent): Promise<void> {
  const answer = await gateway.revoke(intent.group).catch(asTrouble);
  if (typeof answer === 'string' && answer !== intent.code) {
    await lineage.settled(intent, { code: answer, how: 'reply', now: Date.now() });
    // The link is out already; a second look that fails takes nothing from it.
    await look(gateway, intent).catch(asTrouble);
    return;
  }
  const trouble = answer instanceof Trouble ? answer : new Trouble(answer ? 'not-rotated' : 'unsettled');
  await lineage.doubted(intent.id, trouble.facts);
  await look(gateway, intent).catch(asTrouble);
  if ((await lineage.openIntents()).some(({ id }) => id === intent.id)) throw trouble;
}

/** Reads the code. It ends an open revocation of the group if it tells how that went, and goes into the record. */
async function look(gateway: Gateway, { account, group }: OneGroup): Promise<void> {
  const code = await gateway.invite(group);
  const now = Date.now();
  const open = (await lineage.openIntents()).find((intent) => intent.group === group);
  if (open && isSettled(open, code, now)) return lineage.settled(open, { code, how: 'reconciled', now });
  // While a revocation is open, the old code is no news.
  if (open) return;
  const { name } = groupOf(await readRoll(account), group);
  await lineage.sighted({ account, group, name, code, now });
}

/** Looks after every open revocation: at each start, bell and opening of the popup. */
export async function settle(): Promise<void> {
  // A store that cannot be read is told to whoever asks next; here nobody listens.
  const open = () => lineage.openIntents().catch(() => []);
  for (const { account, group } of await open()) await read({ account, group }).catch(asTrouble);
  const [oldest] = (await open()).toSorted((a, b) => a.sentAt - b.sentAt);
  if (oldest) await ring(oldest.sentAt);
}
