import { type Found, inviteSteps } from './find-invites';
import { glance, isSpelled } from './glance';
import { holdings, isWithin } from './holdings';
import { inIdleTime } from './idle';
import { isElement, type Part, parentOf } from './node';
import { openRoots } from './open-roots';
import { isInline, runOf, textAround } from './text-run';
import { type Changes, watchPage } from './watch-page';

const handful = 100;
const mostTries = 3;
const asItStands: Changes = { nodes: new Set(), gone: false };

interface Finding {
  goesOn(): boolean;
  /** Follows what is found. */
  readonly marked: Pick<Set<AbstractRange>, 'add' | 'delete'>;
  /** After each batch, when something may be different. */
  changed(): void;
}

/** Finds the invites of a page, and of what is added to it; gives what it has. */
export function find({ goesOn, marked, changed }: Finding, signal: AbortSignal) {
  const held = holdings(marked);
  const inTurn = queue(signal);
  let parts = new Set<Part>();
  let losses = 0;

  const watch = watchPage(
    {
      goesOn,
      removed: () => losses++,
      changed(node) {
        if (isElement(node)) lookInto(node);
        if (mayBeDifferent(node)) parts.add(partOf(node));
      },
      settled(changes) {
        const some = parts;
        parts = new Set();
        inTurn(() => again(changes, some));
      },
    },
    signal,
  );
  const lookInto = openRoots((root) => {
    watch(root);
    inTurn(() => again(asItStands, new Set([root])));
  }, signal);

  /** Who walks through a page and is held up may lose the way when something is taken from under the feet. */
  function* throughAll(tries: number): Generator<undefined, void> {
    const before = losses;
    yield* again(asItStands, new Set([document]));
    if (losses > before && tries > 1) inTurn(() => throughAll(tries - 1));
  }

  /** What was found where something has changed is dropped, and found anew. */
  function* again({ nodes, gone }: Changes, some: ReadonlySet<Part>): Generator<undefined, void> {
    const parts = [...some].filter((part) => !isWithin(part, some));
    const steps = handfuls(parts);
    let step = steps.next();
    // What was found stays marked until there is something to put in its place.
    for (; !step.done && step.value.length === 0; step = steps.next()) yield;
    if (gone) held.dropGone();
    held.dropIn(new Set<Node>([...nodes, ...parts]));
    for (; !step.done; step = steps.next()) {
      if (held.add(step.value)) changed();
      yield;
    }
    changed();
  }

  /** An address may come into a line piece by piece, and may go like that. */
  function mayBeDifferent(node: Element | Text): boolean {
    if (glance(node, true) === 'invite') return true;
    return !isBlock(node) && (isSpelled(textAround(runOf(node))) || held.on(lineOf(node)).some(({ text }) => text));
  }

  inTurn(() => throughAll(mostTries));
  lookInto(document.body ?? document.documentElement);
  return held;
}

/** Step by step: a handful of what was found, or nothing yet. */
export function* handfuls(parts: Iterable<Part>): Generator<readonly Found[], void> {
  let found: Found[] = [];
  for (const part of parts) {
    for (const one of inviteSteps(part, { exceptTyped: true })) {
      if (one) found.push(one);
      yield found.length < handful ? [] : found;
      if (found.length >= handful) found = [];
    }
  }
  yield found;
}

/** A piece of a line is not looked at alone: the rest of the address may stand beside it. */
function partOf(node: Element | Text): Element {
  return isBlock(node) || node instanceof HTMLAnchorElement ? node : lineOf(node);
}

function lineOf(node: Node): Element {
  return parentOf(runOf(node)) ?? document.documentElement;
}

function isBlock(node: Node): node is Element {
  return isElement(node) && !isInline(node);
}

/** Takes one thing after the other, step by step, in idle time. */
function queue(signal: AbortSignal): (next: () => Generator<undefined, void>) => void {
  const waiting: (() => Generator<undefined, void>)[] = [];
  let under: Generator<undefined, void> | undefined;

  function step(): 'more' | 'done' {
    under ??= waiting.shift()?.();
    if (!under) return 'done';
    if (under.next().done) under = undefined;
    return under || waiting.length > 0 ? 'more' : 'done';
  }

  return (next) => {
    waiting.push(next);
    if (waiting.length === 1 && !under) inIdleTime(step, signal);
  };
}
