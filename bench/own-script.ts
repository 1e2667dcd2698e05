import type { Span } from './trace.ts';

/** What some files ran in a page, in milliseconds on the processor. */
export interface OwnScript {
  /** Reading the files and running them from top to bottom. */
  readonly starting: number;
  /** Everything that the browser called afterwards. */
  readonly looking: number;
  /** The largest part of one task of the browser that was theirs. */
  readonly longest: number;
  readonly calls: number;
}

const starts = /^(EvaluateScript|v8\.)/;

/** What a trace says of the files whose address is `theirs`. Tasks of promises that follow their calls count as theirs. */
export function ownScript(spans: readonly Span[], theirs: (url: string) => boolean): OwnScript {
  const own = outermost(spans.filter(({ url }) => theirs(url)));
  const threads = new Set(own.map(({ where }) => where));
  const there = spans.filter(({ where }) => threads.has(where));
  const tasks = there.filter(({ name }) => name === 'RunTask');
  const microtasks = there.filter(({ name }) => name === 'RunMicrotasks');
  const perTask = new Map<Span | undefined, Span[]>();
  for (const one of own) {
    const task = tasks.find((task) => isIn(one, task));
    perTask.set(task, [...(perTask.get(task) ?? []), one]);
  }
  for (const [task, some] of perTask) if (task) some.push(...after(some, microtasks, task));
  const all = [...perTask.values()];
  const sum = (some: readonly Span[]) => some.reduce((total, { ms }) => total + ms, 0);
  const begun = all.flat().filter(({ name }) => starts.test(name));
  const called = all.flat().filter(({ name }) => !starts.test(name));
  const longest = Math.max(0, ...all.map(sum));
  return { starting: sum(begun), looking: sum(called), longest, calls: called.length };
}

function after(own: readonly Span[], microtasks: readonly Span[], task: Span): Span[] {
  const [first] = own;
  return microtasks.filter(
    (one) =>
      first && isIn(one, task) && one.from >= first.to && !own.some((other) => isIn(other, one) || isIn(one, other)),
  );
}

function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Span[] = [];
  const ends = new Map<string, number>();
  for (const one of sorted) {
    if (one.from < (ends.get(one.where) ?? -1)) continue;
    ends.set(one.where, one.to);
    kept.push(one);
  }
  return kept;
}

function isIn(inner: Span, outer: Span): boolean {
  return inner.where === outer.where && inner.from >= outer.from && inner.to <= outer.to;
}
