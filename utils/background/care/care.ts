import * as v from 'valibot';
import type { RulesPatch } from '../../bridge/questions';
import type { AccountId } from '../../model/account';
import type { GroupId } from '../../model/group';
import type { AlertKind, Care, OverTime, Rhythm } from '../../over-time/model';
import { careShape, caresItem, rulesItem } from '../../store/care-items';
import { change as changeItem, read, readOwn } from '../../store/items';
import { asTrouble, Trouble } from '../../trouble';
import { planned } from '../diary/diary';
import { groupName } from '../diary/names';
import { mustBeAllowed, unlocked } from '../policy/bars';
import { checkGroups, watchedGroups, watchersOf } from '../watch/rounds';
import * as activity from './activity';
import { calm } from './alerts';
import { checkedRules } from './checked-rules';
import { view } from './view';

export { view } from './view';

/** What one group is looked after for, from now on; nothing of it left means not at all. Throws `bad-field`. */
export async function change({ group, care }: { readonly group: GroupId; readonly care: Care }): Promise<OverTime> {
  const wanted = checkedCare(care, (await read(caresItem))[group]?.rhythm);
  if (wanted.rhythm) await mustBeAllowed('mayRetire');
  const name = (await groupName(group)).slice(0, longestName);
  const isNothing = !wanted.watch && !wanted.rhythm && !wanted.fill;
  await changeItem(caresItem, ({ [group]: _, ...others }) =>
    isNothing ? others : { ...others, [group]: { ...wanted, name } },
  );
  await planned();
  await silenced(group, wanted);
  const { rhythm } = wanted;
  await activity.logged({ ...{ what: 'plan', how: 'done', name, group }, ...(rhythm && { rhythm }) });
  return view();
}

const longestName = 300;

/** What nobody looks at any more is not told of any more. */
async function silenced(group: GroupId, { watch, rhythm, fill }: Care): Promise<void> {
  const unwatched: AlertKind[] = watch ? [] : ['not-admin', 'gone', 'check-failed'];
  const unkept: AlertKind[] = watch || rhythm || fill ? [] : ['filling', 'full', 'changed-elsewhere'];
  for (const kind of [...unwatched, ...unkept]) await calm(kind, group);
}

/** Checks the watched groups of an account, or one group, now; everything that is watched where none is named. */
export async function check(asked: { readonly account?: AccountId; readonly group?: GroupId }): Promise<OverTime> {
  const groups = asked.group === undefined ? await watchedGroups() : [asked.group];
  const whose = [...(await watchersOf(groups))];
  const account = asked.account ?? (asked.group === undefined ? undefined : whose[0]?.[1]);
  if (asked.group !== undefined && account === undefined) throw new Trouble('no-account');
  const own = asked.group === undefined ? whose : groups.map((group) => [group, account ?? ''] as const);
  const lanes = Map.groupBy(
    own.filter(([, one]) => account === undefined || one === account),
    ([, one]) => one,
  );
  const troubles = await Promise.all(
    [...lanes].map(([one, all]) =>
      checkGroups(
        one,
        all.map(([group]) => group),
      ).then(() => undefined, asTrouble),
    ),
  );
  const [trouble] = troubles.filter((one) => one !== undefined);
  if (trouble) throw trouble;
  return view();
}

/** Throws `bad-field`, with the rule's name, where one cannot be kept. */
export async function rule(patch: RulesPatch): Promise<OverTime> {
  const { quiet, ...others } = patch;
  const typed = checkedRules(quiet ? { ...others, quiet } : others);
  const { quiet: isQuiet, ...wanted } = await userRules({ ...typed, ...(quiet === null && { quiet }) });
  await changeItem(rulesItem, (rules) => {
    const { quiet: old, ...rest } = { ...rules, ...wanted };
    const next = isQuiet === undefined ? old : isQuiet;
    return { ...rest, ...(next && { quiet: next }) };
  });
  await planned();
  await activity.logged({ what: 'plan', how: 'done', name: '' });
  return view();
}

/** What of a change of rules is the user's to make; of the two numbers of `fill` an administrator may have set one. */
async function userRules({ fill, ...patch }: RulesPatch): Promise<RulesPatch> {
  const own = await unlocked('rules', patch);
  if (!fill) return own;
  const kept = (await readOwn(rulesItem)).fill;
  return { ...own, fill: { ...kept, ...(await unlocked('fill', fill)) } };
}

function checkedCare(care: Care, before: Rhythm | undefined): Care {
  for (const field of ['rhythm', 'fill'] as const) {
    const isGood = care[field] === undefined || v.is(careShape.entries[field].wrapped, care[field]);
    if (!isGood) throw new Trouble('bad-field', { field });
  }
  const { rhythm } = care;
  const isOld = before?.kind === 'once' && rhythm?.kind === 'once' && before.at === rhythm.at;
  if (rhythm?.kind === 'once' && !isOld && rhythm.at <= Date.now()) throw new Trouble('bad-field', { field: 'rhythm' });
  return v.parse(careShape, care);
}
