import type { InviteCode } from '../invite-link';
import type { InviteView } from '../model/invite';
import type { Reply } from '../providers/http';
import type { Gateway } from '../providers/provider';
import type { Intent } from '../store/database';
import { summary, used } from '../store/ledger';
import * as lineage from '../store/lineage';
import { probe } from '../store/record';
import { readRoll } from '../store/rolls';
import { asTrouble, Trouble } from '../trouble';
import { behind } from './behind';
import { groupOf } from './group-of';
import { primaryIn } from './in-group';
import { drained, recorded } from './in-hand';
import { ring, settle } from './looking-after';
import { opened } from './opened';
import { mustBeAllowed } from './policy/bars';
import { codeLock, isUnheard, look, type OneGroup, revokeLock } from './reading';
import { heardFrom } from './rights';
import { isTypedName } from './typed-name';

interface Wish extends OneGroup {
  readonly code: InviteCode;
  readonly reason?: string;
  /** The group's name as somebody typed it, for a code that was printed. */
  readonly typed?: string;
  /** Yes, although another account looks after the group. */
  readonly beside?: true;
  /** Names an appointment: what has this id is never sent twice. */
  readonly id?: string;
}

type Unsent = Omit<Intent, 'reserve'>;
type Answer = Pick<Reply, 'status' | 'text'>;

const chatterMs = 10 * 60_000;
const longestReason = 200;
const mostBytes = 64_000;

/**
 * Retires a group's code: reads the old one, writes the intent down, posts once, and verifies by a read. Whatever comes
 * back, no code is lost: what the reply does not tell, the reads tell, now or later (`settle`).
 */
export async function revoke(wish: Wish): Promise<InviteView> {
  // Held by this life of the background; the intent keeps other lives apart.
  const trouble = await navigator.locks.request(revokeLock(wish.group), { ifAvailable: true }, (lock) => {
    if (!lock) throw new Trouble('busy');
    return navigator.locks.request(codeLock(wish.group), () => revoked(wish).catch(asTrouble));
  });
  if (!trouble) return lineage.recall(wish.account, wish.group);
  // What was left open is looked after sooner than any bell can ring.
  void settle();
  throw trouble;
}

/** Gives what went wrong, where the end is not known yet or the old code is still the code. Rejects where nothing is sent. */
async function revoked(wish: Wish): Promise<Trouble | undefined> {
  await mustBeAllowed('mayRetire');
  if (!wish.beside && !(await looksAfter(wish))) throw new Trouble('not-primary');
  const answers: Answer[] = [];
  const { gateway } = await opened(wish.account, (answer) => answers.push(answer));
  if (!(await drained())) throw new Trouble('unrecorded');
  await probe();
  await look(gateway, wish);
  const unsent = await allowed(wish);
  // A popup that opens in the middle of it shows this group; nobody has used what changes by appointment.
  if (!wish.id) await used(wish.account, wish.group, unsent.sentAt).catch(asTrouble);
  await ring(unsent.sentAt);
  await lineage.begin(unsent);
  answers.length = 0;
  // Between the intent and the one post nothing may fail.
  const reply = await gateway.revoke(wish.group).catch(asTrouble);
  const raw = rawOf(answers.at(-1));
  return told(gateway, { ...unsent, reserve: '' }, { reply, raw });
}

/** Whether the group is this account's to change; one that is on nobody's list is. */
async function looksAfter({ account, group }: OneGroup): Promise<boolean> {
  return ((await primaryIn(group)) ?? account) === account;
}

/** What is to be sent, if it may be. */
async function allowed({ account, group, code, reason, typed = '', id = crypto.randomUUID() }: Wish): Promise<Unsent> {
  const view = await lineage.recall(account, group);
  if (view.open) throw new Trouble('unsettled');
  if (view.code !== code) throw new Trouble('changed-meanwhile');
  const known = groupOf(await readRoll(account), group);
  const { printed } = await summary(group, code);
  if (printed.length > 0 && !isTypedName(typed, known)) throw new Trouble('type-name');
  const why = reason?.trim().slice(0, longestReason);
  const isHasty = view.previous?.byUs && Date.now() - view.previous.at < chatterMs;
  if (isHasty && !why) throw new Trouble('needs-reason');
  return { id, account, group, name: known.name, code, sentAt: Date.now(), ...(why && { reason: why }) };
}

interface Told {
  readonly reply: InviteCode | Trouble | undefined;
  readonly raw: string | undefined;
}

/** A new code in the reply is kept before anything else is done; without one, a read has to tell. */
async function told(gateway: Gateway, intent: Intent, { reply, raw }: Told): Promise<Trouble | undefined> {
  const code = typeof reply === 'string' ? reply : undefined;
  if (code !== undefined && (await isNew(intent, code))) {
    await recorded(intent, { code, how: 'reply', now: Date.now(), ...(raw !== undefined && { raw }) });
    return verified(gateway, intent);
  }
  const trouble = reply instanceof Trouble ? reply : code ? await unchanged(intent) : new Trouble('unsettled');
  await lineage.doubted(intent.id, trouble.facts, raw).catch(asTrouble);
  await heardFrom(intent.account, trouble);
  const found = await look(gateway, intent).then(() => undefined, asTrouble);
  if (found?.kind === 'unrecorded') return found;
  return (await isOpen(intent)) ? trouble : undefined;
}

/** A store that cannot be read must not cost the code: then any other one is new. */
async function isNew({ group, code: old }: Intent, code: InviteCode): Promise<boolean> {
  return code !== old && (await isUnheard(group, code).catch(() => true));
}

/** The link is out already: a second look that fails takes nothing from it, one that finds the old code does. */
async function verified(gateway: Gateway, intent: Intent): Promise<Trouble | undefined> {
  await look(gateway, intent).catch(asTrouble);
  const { code } = await lineage.recall(intent.account, intent.group);
  return code === intent.code ? unchanged(intent) : undefined;
}

/** Some engines hand the old link back: which one it was says what helps. */
async function unchanged({ account }: Intent): Promise<Trouble> {
  return new Trouble('not-rotated', await behind(account));
}

async function isOpen({ id }: Intent): Promise<boolean> {
  return (await lineage.openIntents()).some((intent) => intent.id === id);
}

/** Status and text of an answer, as much as is kept. */
function rawOf(answer: Answer | undefined): string | undefined {
  if (!answer) return undefined;
  const bytes = new TextEncoder().encode(`${answer.status}\n${answer.text}`);
  return new TextDecoder().decode(bytes.subarray(0, mostBytes));
}
