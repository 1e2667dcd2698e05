import type { AccountId, CheckPart, CheckStep } from '../model/account';
import type { Group } from '../model/group';
import type { Reply } from '../providers/http';
import type { Gateway } from '../providers/provider';
import { asTrouble, Trouble, type TroubleKind } from '../trouble';
import { behind } from './behind';
import { explained } from './explaining';
import { isAdmin, refresh } from './groups';
import { watchNetwork } from './network-error';
import { opened } from './opened';
import { tested } from './rights';
import { accountOf } from './within';

const order = ['address', 'shape', 'key', 'session', 'groups', 'admin'] as const;
type Step = (typeof order)[number];

/** One part of the connection test of an account: which steps hold, and which one fails why. */
export function check({ account, part }: { account: AccountId; part: CheckPart }): Promise<CheckStep[]> {
  return parts[part](account);
}

const parts: Readonly<Record<CheckPart, (account: AccountId) => Promise<CheckStep[]>>> = {
  async session(id) {
    const account = await accountOf(id);
    const watch = watchNetwork(account.server);
    let heard: Pick<Reply, 'status' | 'text'> | undefined;
    try {
      const open = await opened(id, (answer) => {
        heard = answer;
      }).catch(asTrouble);
      if (open instanceof Trouble) return notOpened(open);
      const session = await open.gateway.session().catch(asTrouble);
      if (session instanceof Trouble) {
        const trouble = await explained({ account, trouble: session, watch, heard });
        // A field of a form that no request can be made of keeps every step from being tried.
        return failedAt(trouble, 'shape', heard !== undefined || trouble.kind !== 'bad-field');
      }
      if (!session.working)
        return failedAt(new Trouble('session-down', { state: session.state, ...(await behind(id)) }), 'session');
      await open.gateway.tune?.().catch(() => undefined);
      return [...before('session'), { step: 'session', outcome: 'good', word: session.name ?? session.state }];
    } finally {
      watch.end();
    }
  },

  async groups(account) {
    const roll = await refresh(account).catch(asTrouble);
    // Once a session answered, nothing before the groups can be what is wrong.
    if (roll instanceof Trouble) return [...bad('groups', roll), ...skipped(['admin'])];
    const { gateway } = await opened(account);
    return [{ step: 'groups', outcome: 'good', count: roll.groups.length }, await adminStep(gateway, roll.groups)];
  },

  async rights(account) {
    const { gateway } = await opened(account);
    const may = await gateway.mayChange?.().catch(() => undefined);
    await tested(account, may);
    if (may === undefined) return [];
    return [
      may ? { step: 'rights', outcome: 'good' } : { step: 'rights', outcome: 'heed', trouble: { kind: 'key-limited' } },
    ];
  },
};

/** What keeps the test from beginning: a step's own trouble, or one of the question, as a locked vault is. */
function notOpened(trouble: Trouble): CheckStep[] {
  if (trouble.kind !== 'no-permission' && trouble.kind !== 'secrets-lost') throw trouble;
  return failedAt(trouble, 'address', false);
}

/** Which step a trouble belongs to; `fallback` is the step during which it came up. */
export function stepOf(kind: TroubleKind, fallback: Step): Step {
  return steps[kind] ?? fallback;
}

const steps: Partial<Record<TroubleKind, Step>> = {
  'no-permission': 'address',
  unreachable: 'address',
  'closed-port': 'address',
  'no-port': 'address',
  'blocked-port': 'address',
  'no-such-host': 'address',
  'no-network': 'address',
  'bad-certificate': 'address',
  'not-tls': 'address',
  'timed-out': 'address',
  redirected: 'address',
  'bad-address': 'address',
  'needs-https': 'address',
  'not-a-gateway': 'shape',
  'web-page': 'shape',
  'wrong-path': 'shape',
  'other-make': 'shape',
  'origin-refused': 'shape',
  'cut-off': 'shape',
  'key-refused': 'key',
  'key-limited': 'key',
  'secrets-lost': 'key',
  'bad-field': 'key',
  'no-session': 'session',
  'session-down': 'session',
};

/** `tried`: whether the steps before were gone through, and were good. */
function failedAt(trouble: Trouble, fallback: Step, tried = true): CheckStep[] {
  const step = stepOf(trouble.kind, fallback);
  const first = tried ? before(step) : skipped(order.slice(0, order.indexOf(step)));
  return [...first, ...bad(step, trouble), ...skipped(order.slice(order.indexOf(step) + 1))];
}

function bad(step: Step, { facts }: Trouble): CheckStep[] {
  return [{ step, outcome: 'bad', trouble: facts }];
}

function before(step: Step): CheckStep[] {
  return order.slice(0, order.indexOf(step)).map((earlier) => ({ step: earlier, outcome: 'good' }));
}

function skipped(which: readonly Step[]): CheckStep[] {
  return which.map((step) => ({ step, outcome: 'skipped' }));
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
