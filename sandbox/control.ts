import { type Answer, type Call, empty, json } from './call.ts';
import { checkChoices, firstOf } from './dialect.ts';
import { orderFrom } from './faults.ts';
import { capacity, currentCode, type Group, type Role } from './group.ts';
import type { Hall } from './hall.ts';
import { pageAt } from './pages/index.ts';
import { pictureOf } from './picture.ts';
import { Refusal } from './refusal.ts';
import { isStatus, statuses } from './state.ts';
import { unsettled, type WholeWorld } from './world.ts';

export type Reply = Answer | { readonly png: Buffer };

/** Everything under `/_sandbox/`: not a gateway, but the hand on the gateways. */
export function control(hall: Hall, call: Call): Reply {
  try {
    return desk(hall, call);
  } catch (error) {
    if (error instanceof RangeError) return json({ error: error.message }, 400);
    if (error instanceof Refusal) return json({ error: `No such group (${error.word})` }, 404);
    throw error;
  }
}

function desk(hall: Hall, call: Call): Reply {
  const picture = /^\/pictures\/(\d+)\.png$/.exec(call.path)?.[1];
  if (picture) return { png: pictureOf(picture) };
  if (call.path === '/page') return pageOf(hall, call, 'write');
  if (call.path.startsWith('/pages/')) return pageOf(hall, call, call.path.slice('/pages/'.length));
  if (call.path.startsWith('/elsewhere')) return json({ code: 'AAAAAAAAAAAAAAAAAAAAAA' });
  const drawer = drawers[`${call.method} ${call.path}`];
  if (!drawer) return json({ error: `Nothing at ${call.method} /_sandbox${call.path}` }, 404);
  return drawer(hall, call) ?? empty(204);
}

function pageOf({ world }: Hall, { origin, port, query }: Call, path: string): Reply {
  const { protocol, hostname } = new URL(origin);
  const elsewhere = `${protocol}//${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`;
  return pageAt(path, { world, origin, elsewhere, query });
}

/** What gives nothing back is answered with 204. */
const drawers: Readonly<Record<string, (hall: Hall, call: Call) => Answer | undefined>> = {
  'POST /faults': ({ faults }, { body = {} }) => nothing(faults.order(orderFrom(body))),
  'GET /faults': ({ faults }) => json(faults.orders()),
  'DELETE /faults': ({ faults }) => nothing(faults.clear()),
  'GET /requests': ({ log }) => json(log),
  'DELETE /requests': ({ log }) => nothing(log.splice(0)),
  'GET /groups': ({ world }, { query }) => json(groups(world, query)),
  'GET /sent': ({ world }) => json(world.sent()),
  'GET /variants': ({ habits, dialects }) =>
    json({ world: habits, ...Object.fromEntries(dialects.map(({ make, picks }) => [make, picks()])) }),
  'POST /variants': (hall, { body = {} }) => nothing(choose(hall, body)),
  'DELETE /variants': (hall) => nothing(forget(hall)),
  'POST /world': ({ world }, { body = {} }) => happen(world, body),
  'GET /time': ({ world }) => json(timeOf(world)),
  'POST /time': ({ world }, { body = {} }) => {
    world.fate.advance(spanOf(body));
    return json(timeOf(world));
  },
  'POST /agenda': ({ world }, { body = {} }) => json(plan(world, body)),
  'POST /reset': (hall) => nothing(reset(hall)),
};

const nothing = (_deed: unknown): undefined => undefined;

function reset(hall: Hall): void {
  hall.calm();
  hall.faults.clear();
  hall.log.splice(0);
  hall.world.reset();
  forget(hall);
}

function choose(hall: Hall, { make, ...wanted }: Readonly<Record<string, unknown>>): void {
  const picks = Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
  if (make === 'world') {
    checkChoices(unsettled, picks);
    hall.habits = { ...hall.habits, ...picks };
    return;
  }
  const dialect = hall.dialects.find((one) => one.make === make);
  if (!dialect) throw new RangeError(`No such make: ${make}`);
  dialect.choose(picks);
}

function forget(hall: Hall): void {
  for (const dialect of hall.dialects) dialect.forget();
  hall.habits = firstOf(unsettled);
}

/** By a part of the name, and by an account's being in it (`strangers`: none is). */
function groups(world: WholeWorld, query: URLSearchParams): unknown[] {
  const name = query.get('name')?.toLowerCase() ?? '';
  const account = query.get('account');
  return world
    .all()
    .filter(({ subject }) => subject.toLowerCase().includes(name))
    .filter(({ roles }) => !account || (account === 'strangers' ? Object.keys(roles).length === 0 : roles[account]))
    .slice(0, Number(query.get('limit') ?? 200))
    .map(shown);
}

function shown(group: Group): unknown {
  const { id, subject, size, roles, pending, codes } = group;
  return { id, name: subject, size, roles, pending, code: currentCode(group), codes, revocations: codes.length - 1 };
}

const units = { ms: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** A length of time, as `{ days: 2, hours: 6 }`. */
function spanOf(body: Readonly<Record<string, unknown>>): number {
  const parts = Object.entries(units).map(([unit, ms]) => Number(body[unit] ?? 0) * ms);
  if (parts.some(Number.isNaN)) throw new RangeError(`No such time: ${JSON.stringify(body)}`);
  return parts.reduce((sum, part) => sum + part, 0);
}

function timeOf({ fate }: WholeWorld): unknown {
  return { now: fate.now(), agenda: fate.planned() };
}

/** Something that happens later, in the sandbox's own time: `{ hours: 3, event: { act: 'revoke', group } }`. */
function plan(world: WholeWorld, { event, ...span }: Readonly<Record<string, unknown>>): unknown {
  if (!(event instanceof Object)) throw new RangeError('No event');
  world.fate.plan({ at: world.fate.now() + spanOf(span), event: event as Readonly<Record<string, unknown>> });
  return timeOf(world);
}

/**
 * An act from outside: `revoke`, `role`, `size`, `members`, `drift`, `rename`, `session`, `restrict`, `call`; the group by id or
 * by exact name.
 */
export function happen(world: WholeWorld, body: Readonly<Record<string, unknown>>): Answer {
  const account = String(body.account ?? 'demo');
  if (body.act === 'call') return json(called(world, account, body).map(shown));
  if (body.act === 'restrict') return json(restricted(world, account, body));
  if (body.act !== 'session') return json(shown(touched(world, account, body)));
  if (!isStatus(body.status)) throw new RangeError(`No such status: ${body.status}. Known: ${statuses}`);
  world.setStatus(account, body.status);
  return json({ account, status: body.status });
}

/** Nothing is joined by the account for so long; a day where nobody says, no more where `lift` does. */
function restricted({ fate }: WholeWorld, account: string, body: Readonly<Record<string, unknown>>): unknown {
  const forMs = spanOf(body) || units.days;
  fate.restrict(account, body.lift ? 0 : fate.now() + forMs);
  return { account, until: fate.restrictedUntil(account) };
}

/** The account's groups from the `from`th on are called so from now on; with `alone` it is in none behind them. */
function called(world: WholeWorld, account: string, body: Readonly<Record<string, unknown>>): Group[] {
  const { from = 0, names, alone } = body;
  if (!Array.isArray(names)) throw new RangeError('No names');
  const groups = world.groupsOf(account).slice(Number(from));
  if (alone) for (const { id } of groups.slice(names.length)) world.setRole(id, account);
  return groups.slice(0, names.length).map(({ id }, nth) => {
    const { subject, description } = names[nth] ?? {};
    return world.change(id, { subject: String(subject), description: String(description ?? '') });
  });
}

function touched(world: WholeWorld, account: string, body: Readonly<Record<string, unknown>>): Group {
  const { id } = world.find(String(body.group));
  switch (body.act) {
    case 'revoke':
      return world.retire(id);
    case 'role':
      return world.setRole(id, account, (body.role ?? undefined) as Role | undefined);
    case 'size':
      return world.change(id, { size: Number(body.size) });
    case 'members': {
      const { size } = world.known(id);
      return world.change(id, { size: Math.max(1, Math.min(capacity, size + Number(body.by))) });
    }
    case 'drift':
      world.fate.drift(id, Number(body.perDay));
      return world.known(id);
    case 'rename':
      return world.change(id, { subject: String(body.subject) });
    default:
      throw new RangeError(`No such act: ${body.act}`);
  }
}
