import type { LineageRow } from '../../model/record';
import { afterTrouble } from '../../over-time/after-trouble';
import { occurrence } from '../../over-time/due';
import type { Entry } from '../../over-time/model';
import { campaignsItem, diaryItem, rulesItem } from '../../store/care-items';
import { fateOf } from '../../store/fates';
import { read } from '../../store/items';
import { asTrouble, Trouble } from '../../trouble';
import { checkWatched } from '../watch/rounds';
import { reasonFor } from './appointment-words';
import { changeLine, closed, isStill, putBack, taken } from './lines';
import { following } from './planning';
import { rotated, type Sent } from './rotating';
import * as telling from './telling';

type Taken = Entry & { readonly taken: NonNullable<Entry['taken']> };

export interface Turn {
  /** The appointment that is meant. */
  readonly dueAt: number;
  readonly typed?: string | undefined;
  readonly anyCode?: boolean;
}

type How = Omit<Turn, 'dueAt'>;

/**
 * Takes an appointment and does it, if it still is what it was and nobody else is at it. Gives what kept it from being
 * done, or from being known to be.
 */
export async function keep(line: Entry, { dueAt, ...how }: Turn): Promise<Trouble | undefined> {
  return atLine(line.id, async () => {
    const rules = await read(rulesItem);
    const at = Date.now();
    const next = following(line, { now: at, zone: rules.zone, rules });
    const mine = await changeLine(line.id, (now) => (isStill(now, line) ? taken(now, { dueAt, at, next }) : undefined));
    if (!mine || !isTaken(mine)) return new Trouble('busy');
    await telling.answered(line);
    return done(mine, how);
  });
}

/**
 * How appointments ended that were taken in an earlier life: what the journal and the record say. What was never sent is
 * put back.
 */
export async function settleTaken(): Promise<void> {
  for (const line of (await read(diaryItem)).filter(isTaken)) {
    await atLine(line.id, () => settled(line)).catch(asTrouble);
  }
}

async function settled(line: Taken): Promise<undefined> {
  const sent = line.group === undefined ? undefined : await fateOf(nameOf(line));
  if (sent) await concluded(line, sent);
  else await changeLine(line.id, putBack);
  return undefined;
}

/** Held while an appointment is being done, and gone with the life that held it. */
function atLine(id: string, deed: () => Promise<Trouble | undefined>): Promise<Trouble | undefined> {
  return navigator.locks.request(`line ${id}`, { ifAvailable: true }, (lock) => (lock ? deed() : new Trouble('busy')));
}

async function done(line: Taken, how: How): Promise<Trouble | undefined> {
  const ended = await act(line, how).catch(asTrouble);
  return ended instanceof Trouble ? failed(line, ended) : concluded(line, ended);
}

async function act(line: Taken, how: How): Promise<Sent | undefined> {
  const { group, account, duty } = line;
  if (duty === 'watch' && account !== undefined) await checkWatched(account);
  if (group === undefined) return undefined;
  const campaign = (await read(campaignsItem)).find(({ id }) => id === line.campaign);
  const { zone } = await read(rulesItem);
  return rotated({ id: nameOf(line), group, reason: reasonFor(line, campaign, zone), ...how });
}

function nameOf({ id, taken: { dueAt } }: Taken): string {
  return occurrence({ id, dueAt });
}

async function failed(line: Taken, trouble: Trouble): Promise<Trouble> {
  const now = Date.now();
  const next = await changeLine(line.id, (one) => (isTaken(one) ? afterTrouble(one, trouble.facts, now) : undefined));
  if (next) await telling.heldBack(next);
  return trouble;
}

async function concluded(line: Taken, sent: Sent | undefined): Promise<Trouble | undefined> {
  if (sent === 'open') return open(line);
  if (sent?.event === 'not-rotated') return unchanged(line, sent);
  if (sent) await telling.changed(line, sent);
  const at = sent?.at ?? Date.now();
  await changeLine(line.id, (one) => (isTaken(one) ? closed(one, 'done', at) : undefined));
  if (sent)
    await telling.logged(line, { how: 'changed', ...codesOf(sent), dueAt: line.moved?.from ?? line.taken.dueAt });
  if (line.duty === 'end') await overIfLast(line);
  return undefined;
}

/** Sent, and not known yet whether it took: whoever looks later finds out. */
async function open(line: Taken): Promise<Trouble> {
  const { dueAt } = line.taken;
  const last = { at: Date.now(), dueAt, outcome: 'unsettled' } as const;
  const isNews = line.last?.dueAt !== dueAt || line.last.outcome !== 'unsettled';
  if (isNews) {
    await changeLine(line.id, (one) => (isTaken(one) ? { ...one, last } : undefined));
    await telling.logged(line, { how: 'unsettled', dueAt });
  }
  return new Trouble('unsettled');
}

/** The gateway has not changed the code: a person is asked before it is tried again. */
async function unchanged(line: Taken, { at }: LineageRow): Promise<Trouble> {
  const trouble = new Trouble('not-rotated');
  const hold = { why: 'trouble', dueAt: line.taken.dueAt, since: Date.now() } as const;
  const next = await changeLine(line.id, (one) =>
    isTaken(one) ? { ...closed(one, 'not-rotated', at), hold, trouble: trouble.facts } : undefined,
  );
  if (next) await telling.heldBack(next);
  return trouble;
}

/** The alert comes when the last of a campaign's links has had its turn. */
export async function overIfLast(line: Entry): Promise<void> {
  const own = (await read(diaryItem)).filter(({ duty, campaign }) => duty === 'end' && campaign === line.campaign);
  const isOpen = own.some(({ hold, dueAt, taken }) => hold || taken || dueAt !== undefined);
  if (!isOpen) await telling.campaignOver(line);
}

function codesOf({ account, code, old }: LineageRow) {
  return { account, code, ...(old && { old }) };
}

function isTaken(line: Entry): line is Taken {
  return line.taken !== undefined;
}
