import type { LineageRow } from '../../model/record';
import type { Activity, AlertKind, Entry, Hold } from '../../over-time/model';
import { accountsItem, read } from '../../store/items';
import * as activity from '../care/activity';
import * as alerts from '../care/alerts';
import { nameOf } from './names';

type Line = Pick<Activity, 'how'> & Partial<Omit<Activity, 'id' | 'seq' | 'at' | 'name' | 'group' | 'campaign'>>;

/** One word for all that wait for the keys. */
const keys = 'keys';

/** Writes what happened with an appointment into the activity log. */
export async function logged(line: Entry, { what = line.duty, ...more }: Line): Promise<void> {
  const { group, campaign, rhythm, dueAt } = line;
  const account = more.account ?? line.account;
  const accountName = account && (await read(accountsItem)).find(({ id }) => id === account)?.name;
  await activity.logged({
    ...{ what, name: await nameOf(line) },
    ...(group !== undefined && { group }),
    ...(campaign !== undefined && { campaign }),
    ...(rhythm && { rhythm }),
    ...(dueAt !== undefined && { dueAt }),
    ...(account !== undefined && { account }),
    ...(accountName !== undefined && { accountName }),
    ...more,
  });
}

/** What holds an appointment back now, in the log and among the alerts: a person is asked, or it was put off. */
export async function heldBack(line: Entry): Promise<void> {
  if (line.hold) await asked(line, line.hold);
  else await movedOn(line);
}

async function asked(line: Entry, { why, dueAt }: Hold): Promise<void> {
  const { trouble } = line;
  const kind = kindOf(line);
  const what = trouble ? { trouble } : {};
  if (kind) await alerts.raise({ ...(await causeOf(line, kind)), ...what });
  const how = { paused: 'paused', 'not-rotated': 'not-rotated' } as const;
  await logged(line, { how: kind === 'paused' || kind === 'not-rotated' ? how[kind] : 'asked', dueAt, why, ...what });
}

/** What was asked about a line is not asked any more. */
export async function answered(line: Entry): Promise<void> {
  const kind = kindOf(line);
  if (kind && kind !== 'locked') await alerts.calm(kind, line.id);
}

/** No appointment waits for the keys any more. */
export function unlocked(): Promise<void> {
  return alerts.calm('locked', keys);
}

/** An appointment was put off. A check that cannot be made again and again is told of once. */
async function movedOn(line: Entry): Promise<void> {
  const { moved, trouble, tries, duty } = line;
  if (!moved || (duty === 'watch' && tries > 1)) return;
  const why = moved.why === 'trouble' && trouble ? { trouble } : {};
  await logged(line, { how: 'moved', why: moved.why, dueAt: moved.from, ...why });
}

/** A link was changed by appointment: the alert has the notice of reset. */
export async function changed(line: Entry, { group, account }: LineageRow): Promise<void> {
  if (line.duty !== 'rotate') return;
  const { entry, ...cause } = await causeOf(line, 'rotated');
  await alerts.raise({ ...cause, subject: group, account });
}

/** A campaign is over. */
export async function campaignOver(line: Entry): Promise<void> {
  const { group: _, ...whole } = line;
  const { entry, ...cause } = await causeOf(whole, 'campaign-over');
  await alerts.raise({ ...cause, subject: line.campaign ?? line.id });
}

async function causeOf(line: Entry, kind: AlertKind): Promise<alerts.Cause> {
  const { id, group, account, campaign } = line;
  return {
    ...{ kind, subject: kind === 'locked' ? keys : id, entry: id, name: await nameOf(line) },
    ...(group !== undefined && { group }),
    ...(account !== undefined && { account }),
    ...(campaign !== undefined && { campaign }),
  };
}

function kindOf({ hold, last, trouble }: Entry): AlertKind | undefined {
  if (hold?.why !== 'trouble') return hold?.why;
  return trouble?.kind === 'not-rotated' || last?.outcome === 'not-rotated' ? 'not-rotated' : 'paused';
}
