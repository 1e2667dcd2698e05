import { awake } from '../../bridge/awake';
import { occurrence } from '../../over-time/due';
import type { OverTime } from '../../over-time/model';
import { campaignsItem, caresItem, diaryItem, rulesItem } from '../../store/care-items';
import { fateOf } from '../../store/fates';
import { change, read } from '../../store/items';
import { asTrouble, Trouble } from '../../trouble';
import { view } from '../care/view';
import { watchedGroups, watchersOf } from '../watch/rounds';
import { keep, overIfLast } from './appointments';
import { ring, ringSoon } from './bell';
import { changeLine, lineOf } from './lines';
import { fitted, following, type Wanted, wantedLines, withDue } from './planning';
import { round } from './round';
import * as telling from './telling';

/** Whether somebody rang while a round was under way. */
let again = false;

/** Looks at everything that is due, does what may be done, and sets the bell. At each start and bell. Never rejects. */
export async function rung(): Promise<void> {
  again = true;
  const isMine = await awake(rounds).catch(() => false);
  // Somebody may have rung in the very moment of leaving.
  if (isMine && again) await rung();
}

/** Goes round as long as somebody rings; false where another does. */
function rounds(): Promise<boolean> {
  return navigator.locks.request('diary', { ifAvailable: true }, async (lock) => {
    // Before anything is done: whoever dies in the middle of it must be woken again.
    if ((await read(diaryItem)).length > 0) await ringSoon();
    while (lock && again) {
      again = false;
      // What cannot be seen to now is seen to at the next bell; here nobody listens.
      await refit().catch(asTrouble);
      await round().catch(asTrouble);
      await ring();
    }
    return lock !== null;
  });
}

/** Makes the diary fit what is wanted now: after a change of cares, rules, campaigns or accounts. Sets the bell. */
export async function planned(): Promise<void> {
  await refit();
  await ring();
  void rung();
}

/** Does now what waited for a person. Rejects with what kept it from being done. */
export async function confirm({ id, typed }: { readonly id: string; readonly typed?: string }): Promise<OverTime> {
  const trouble = await awake(() => confirmed(id, typed).finally(ring));
  if (trouble) throw trouble;
  return view();
}

/** What was answered already, as by a second click, is not done again. */
async function confirmed(id: string, typed: string | undefined): Promise<Trouble | undefined> {
  const line = await lineOf(id);
  if (!line?.hold) return undefined;
  const { dueAt, why } = line.hold;
  await ringSoon();
  await telling.logged(line, { what: 'said', how: 'resumed', why, dueAt });
  // An appointment that was sent once before is a new one.
  const isUsed = (await fateOf(occurrence({ id, dueAt }))) !== undefined;
  const trouble = await keep(line, { dueAt: isUsed ? Date.now() : dueAt, typed, anyCode: why === 'changed' });
  // What is still under way is told by the diary.
  return trouble?.kind === 'unsettled' || trouble?.kind === 'busy' ? undefined : trouble;
}

/** Lets one appointment go; the next one stands. */
export async function skip(id: string): Promise<OverTime> {
  const line = await lineOf(id);
  if (line?.taken) throw new Trouble('busy');
  const dueAt = line?.hold?.dueAt ?? line?.dueAt;
  if (!line || dueAt === undefined) return view();
  const rules = await read(rulesItem);
  const now = Date.now();
  const gone = await changeLine(id, ({ hold, trouble: _, ...rest }) => {
    if (rest.taken || (hold?.dueAt ?? rest.dueAt) !== dueAt) return undefined;
    const skipped = { ...rest, tries: 0, last: { at: now, dueAt, outcome: 'skipped' } } as const;
    return withDue(skipped, following(skipped, { now, zone: rules.zone, rules }));
  });
  if (gone) {
    await telling.answered(line);
    await telling.logged(line, { what: 'said', how: 'skipped', dueAt });
    if (line.duty === 'end') await overIfLast(line);
  }
  await ring();
  return view();
}

async function refit(): Promise<void> {
  const wanted = await wantedNow();
  const { zone, ...rules } = await read(rulesItem);
  const before = await read(diaryItem);
  const moment = { now: Date.now(), zone, rules };
  if (JSON.stringify(fitted(before, wanted, moment)) === JSON.stringify(before)) return;
  const after = await change(diaryItem, (diary) => fitted(diary, wanted, moment));
  const held = new Map(after.map((line) => [line.id, line.hold]));
  for (const line of before) if (line.hold && !held.get(line.id)) await telling.answered(line);
}

async function wantedNow(): Promise<Wanted[]> {
  const [rules, cares, campaigns] = await Promise.all([read(rulesItem), read(caresItem), read(campaignsItem)]);
  const watchers = rules.watching ? [...(await watchersOf(await watchedGroups())).values()] : [];
  return wantedLines({ rules, cares, campaigns, watchers });
}
