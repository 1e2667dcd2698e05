import { type Answer, type Call, json } from './call.ts';
import { control, happen, type Reply } from './control.ts';
import { type Dialect, firstOf } from './dialect.ts';
import { evolution } from './evolution.ts';
import { createFaults, type Delivery, deliver, type Faults } from './faults.ts';
import { gowa } from './gowa.ts';
import { publicPages } from './public-pages.ts';
import { type Seen, seen } from './requests.ts';
import { waha } from './waha.ts';
import { wasend } from './wasend.ts';
import { wawp } from './wawp.ts';
import { statusOf } from './wire.ts';
import { createWorld, type Habits, unsettled, type WholeWorld } from './world.ts';
import { wppconnect } from './wppconnect.ts';

/** Every make that the sandbox plays, and WhatsApp's own public pages. */
export const makes = [wawp, wasend, waha, evolution, wppconnect, gowa, publicPages];

/** All that a test may turn, and all that it may look at. */
export interface Hall {
  readonly world: WholeWorld;
  readonly dialects: readonly Dialect[];
  readonly faults: Faults;
  readonly log: Seen[];
  habits: Habits;
  /** Something that will happen in the world without anybody asking again. */
  later(ms: number, deed: () => void): void;
  /** Calls off all that was to come. */
  calm(): void;
}

export function openHall(file: string | undefined, seed: string | undefined): Hall {
  const timers = new Set<NodeJS.Timeout>();
  const dialects = makes.map((make) => make());
  const world: WholeWorld = createWorld({
    ...{ file, seed, habits: () => hall.habits },
    happen: (event) => void happen(world, event),
  });
  const hall: Hall = {
    world,
    dialects,
    faults: createFaults(),
    log: [],
    habits: firstOf(unsettled),
    later: (ms, deed) => void timers.add(setTimeout(deed, ms)),
    calm() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
  return hall;
}

/** One call to one gateway, played and written down. */
export function atGateway({ world, dialects, faults, log, later }: Hall, raw: Call): Delivery {
  world.fate.pass();
  const reached = reach(dialects, raw);
  if (!reached) return { how: 'whole', answer: nowhere(dialects, raw) };
  const { dialect, call } = reached;
  const verb = dialect.verb(call);
  const order = faults.take(dialect.make, verb);
  const act = (doctored = world) => dialect.answer(call, doctored);
  const delivery: Delivery = order
    ? deliver({ order, call, dialect, world, act, later })
    : { how: 'whole', answer: act() };
  const line = {
    make: dialect.make,
    verb,
    ...seen(call),
    fault: order?.fault,
    status: statusOf(delivery),
    at: world.fate.now(),
  };
  log.push(line);
  return delivery;
}

/** One call to the sandbox itself; a visit from a redirect is written down, for its credentials should not have come. */
export function atDesk(hall: Hall, call: Call): Reply {
  if (call.path.startsWith('/_sandbox/elsewhere')) {
    hall.log.push({
      make: 'elsewhere',
      verb: undefined,
      ...seen(call),
      fault: undefined,
      status: 200,
      at: hall.world.fate.now(),
    });
  }
  return control(hall, { ...call, path: call.path.slice('/_sandbox'.length) });
}

/** By the Host of the real one, or by the make as the first part of the path. */
function reach(dialects: readonly Dialect[], call: Call): { dialect: Dialect; call: Call } | undefined {
  const host = new URL(call.origin).hostname;
  const named = dialects.find(({ hosts }) => hosts.includes(host));
  if (named) return { dialect: named, call };
  const dialect = dialects.find(({ make }) => call.path.startsWith(`/${make}/`));
  return dialect && { dialect, call: { ...call, path: call.path.slice(dialect.make.length + 1) } };
}

/** The last line of the log, for a person to read. */
export function lastLine({ log }: Hall): string {
  const line = log.at(-1);
  if (!line) return '';
  return `${line.status || '---'} ${line.make} ${line.method} ${line.path}${line.fault ? `  [${line.fault}]` : ''}`;
}

function nowhere(dialects: readonly Dialect[], { origin }: Call): Answer {
  return json({ error: 'Nobody lives here', gateways: dialects.map(({ make }) => `${origin}/${make}`) }, 404);
}
