import type { AccountId } from '../model/account';
import type { Source } from '../model/sight';
import { change, read } from '../store/items';
import { pacesItem } from '../store/paces';
import { asTrouble, Trouble } from '../trouble';
import { begun, ended, gapFor, gapLeft, type Pace, restLeft, untouched } from './pace';

/** Who wants to look: what our own pages ask goes before what is asked from a stranger's page. May change while waiting. */
export interface Who {
  isOurs: boolean;
  /** Whether it has been called off; asked right before each request. */
  readonly isOff?: (() => boolean) | undefined;
}

/** A source of sights: the public page, or an account. */
export type Asked = 'page' | AccountId;

interface Waiting {
  readonly who: Who;
  readonly go: () => Promise<void>;
  readonly refuse: (trouble: Trouble) => void;
}

interface Line {
  readonly waiting: Waiting[];
  underWay: number;
  isMoving: boolean;
}

const lines = new Map<Asked, Line>();
/** Here as well as in the store, so that a store that cannot be written to does not undo the pace. */
const paces = new Map<Asked, Pace>();

/** One answer may be slow without everybody else having to wait for it. */
const mostUnderWay = 2;
const mostOurs = 60;
const mostPages = 12;
const soonMs = 10_000;

/**
 * Does a job that asks a source, when it is its turn: at once where nobody was asked lately. Rejects with `too-soon` where
 * too many wait, and with the source's own complaint while that holds.
 */
export function inTurn<Answer>(asked: Asked, who: Who, job: () => Promise<Answer>): Promise<Answer> {
  const line = lines.get(asked) ?? { waiting: [], underWay: 0, isMoving: false };
  lines.set(asked, line);
  return new Promise((resolve, reject) => {
    if (line.waiting.length >= (who.isOurs ? mostOurs : mostPages)) {
      reject(new Trouble('too-soon', { waitMs: soonMs }));
      return;
    }
    const go = async () => {
      const answer = await job().catch(asTrouble);
      await note(asked, (pace) => ended(pace, answer instanceof Trouble ? answer.facts : undefined, Date.now()));
      if (answer instanceof Trouble) reject(answer);
      else resolve(answer);
    };
    line.waiting.push({ who, go, refuse: reject });
    void move(asked, line);
  });
}

/** Whether a source has asked to be left alone. */
export async function isResting(asked: Asked): Promise<boolean> {
  return restLeft(await paceOf(asked), Date.now()) > 0;
}

async function move(asked: Asked, line: Line): Promise<void> {
  if (line.isMoving) return;
  line.isMoving = true;
  while (line.waiting.length > 0 && line.underWay < mostUnderWay) {
    const pace = await paceOf(asked);
    const rest = restLeft(pace, Date.now());
    const gap = gapLeft(pace, Date.now());
    if (rest > 0) refuseAll(line, new Trouble(pace.restFor ?? 'slow-down', { waitMs: rest }));
    else if (gap > 0) await new Promise((go) => setTimeout(go, gap));
    else await send(asked, line);
  }
  line.isMoving = false;
}

function refuseAll(line: Line, trouble: Trouble): void {
  for (const { refuse } of line.waiting.splice(0)) refuse(trouble);
}

async function send(asked: Asked, line: Line): Promise<void> {
  // Chosen only now: whoever has come meanwhile may go first.
  const first = Math.max(
    0,
    line.waiting.findIndex(({ who }) => who.isOurs),
  );
  const [next] = line.waiting.splice(first, 1);
  const source: Source = asked === 'page' ? 'page' : 'gateway';
  await note(asked, (pace) => begun(pace, gapFor(source, Math.random()), Date.now()));
  line.underWay += 1;
  void next?.go().finally(() => {
    line.underWay -= 1;
    void move(asked, line);
  });
}

async function paceOf(asked: Asked): Promise<Pace> {
  const known = paces.get(asked);
  if (known) return known;
  const kept = (await read(pacesItem).catch((): Record<string, Pace> => ({})))[asked] ?? untouched;
  // Somebody else may have been quicker, and may have begun.
  const first = paces.get(asked) ?? kept;
  paces.set(asked, first);
  return first;
}

async function note(asked: Asked, edit: (pace: Pace) => Pace): Promise<void> {
  await paceOf(asked);
  const pace = edit(paces.get(asked) ?? untouched);
  paces.set(asked, pace);
  await change(pacesItem, (all) => ({ ...all, [asked]: pace })).catch(() => undefined);
}
