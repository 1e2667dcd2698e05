import type { AccountId, CheckStep, Group } from '../model';
import type { Gateway } from '../providers/provider';
import { asTrouble, Trouble, type TroubleKind } from '../trouble';
import { isAdmin, refresh } from './groups';
import { opened } from './opened';

const order = ['address', 'shape', 'key', 'session', 'groups', 'admin'] as const;
type Step = (typeof order)[number];

/** The connection test of an account: which step holds, and which one fails why. */
export async function test(account: AccountId): Promise<CheckStep[]> {
  const open = await opened(account).catch(asTrouble);
  if (open instanceof Trouble) return failedAt(open, 'address');
  const session = await open.gateway.session().catch(asTrouble);
  if (session instanceof Trouble) return failedAt(session, 'shape');
  if (!session.working) return failedAt(new Trouble('session-down', { state: session.state }), 'session');
  await open.gateway.tune?.().catch(() => undefined);
  const roll = await refresh(account).catch(asTrouble);
  if (roll instanceof Trouble) return failedAt(roll, 'groups');
  const word = session.name ?? session.state;
  const seen: CheckStep = { step: 'groups', outcome: 'good', count: roll.groups.length };
  return [
    ...before('session'),
    { step: 'session', outcome: 'good', word },
    seen,
    await adminStep(open.gateway, roll.groups),
  ];
}

/** Which step a trouble belongs to; `fallback` is the step during which it came up. */
export function stepOf(kind: TroubleKind, fallback: Step): Step {
  return steps[kind] ?? fallback;
}

const steps: Partial<Record<TroubleKind, Step>> = {
  'no-permission': 'address',
  unreachable: 'address',
  'timed-out': 'address',
  redirected: 'address',
  'bad-address': 'address',
  'needs-https': 'address',
  'not-a-gateway': 'shape',
  'cut-off': 'shape',
  'key-refused': 'key',
  'key-limited': 'key',
  'secrets-lost': 'key',
  'bad-field': 'key',
  'no-session': 'session',
  'session-down': 'session',
};

function failedAt(trouble: Trouble, fallback: Step): CheckStep[] {
  // Once a session answered, nothing before the groups can be what is wrong.
  const step = fallback === 'groups' ? 'groups' : stepOf(trouble.kind, fallback);
  const after = order.slice(order.indexOf(step) + 1).map((later) => ({ step: later, outcome: 'skipped' as const }));
  return [...before(step), { step, outcome: 'bad', trouble: trouble.facts }, ...after];
}

function before(step: Step): CheckStep[] {
  return order.slice(0, order.indexOf(step)).map((earlier) => ({ step: earlier, outcome: 'good' }));
}

const sample = 5;

/** How many groups the account is an admin of: of all, where the list tells; else of a few that are looked at. */
async function adminStep(gateway: Gateway, all: readonly Group[]): Promise<CheckStep> {
  const told = all.filter(({ admin }) => admin !== undefined);
  if (told.length > 0 || all.length === 0) return counted(told.map(({ admin }) => admin));
  const looks = all.slice(0, sample).map(({ id }) => isAdmin(gateway, id).catch(() => undefined));
  return counted((await Promise.all(looks)).filter((admin) => admin !== undefined));
}

function counted(answers: readonly (boolean | undefined)[]): CheckStep {
  const count = answers.filter(Boolean).length;
  return { step: 'admin', outcome: answers.length > 0 ? 'good' : 'unknown', count, of: answers.length };
}
