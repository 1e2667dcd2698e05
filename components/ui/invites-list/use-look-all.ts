import { useEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../../utils/invite-link';
import { say } from '../../../utils/words';
import { announce } from '../Announcer';
import { type Ending, lookThrough } from './look-through';
import { type Pausing, pausing } from './pausing';
import type { Sights } from './use-sights';

interface Count {
  readonly done: number;
  readonly of: number;
}

/** Where looking inside all of them stands. */
export type RunNow =
  | { readonly mood: 'rest' }
  | (Count & { readonly mood: 'going' | 'held' | 'paused'; readonly leftMs?: number })
  | (Count & { readonly mood: 'ended'; readonly ending: Ending });

export interface LookAll {
  readonly now: RunNow;
  readonly start: (codes: readonly InviteCode[]) => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly cancel: () => void;
}

interface Run extends Pausing {
  readonly off: AbortController;
  /** How long the last few took. */
  readonly took: number[];
  since: number;
}

/** Looks inside many, one after another; can be paused and called off. Goes on for as long as this face is there. */
export function useLookAll(look: Sights['look']): LookAll {
  const [now, setNow] = useState<RunNow>({ mood: 'rest' });
  const run = useRef<Run>(undefined);
  useEffect(() => () => run.current?.off.abort(), []);

  const start = async (codes: readonly InviteCode[]) => {
    run.current?.off.abort();
    const mine: Run = { ...pausing(), off: new AbortController(), took: [], since: Date.now() };
    run.current = mine;
    let done = 0;
    const of = codes.length;
    setNow({ mood: 'going', done, of });
    const ending = await lookThrough({
      codes,
      look,
      ready: mine.ready,
      signal: mine.off.signal,
      wait: async (ms) => {
        setNow({ mood: 'held', done, of });
        await mine.wait(ms, mine.off.signal);
        setNow({ mood: 'going', done, of });
      },
      onStep: (step) => {
        done = step;
        const leftMs = paced(mine) * (of - done);
        // A pause stays a pause when the one that was under way comes in.
        setNow(({ mood }) => ({ mood: mood === 'paused' ? 'paused' : 'going', done, of, leftMs }));
      },
    });
    if (mine.off.signal.aborted) return;
    setNow({ mood: 'ended', ending, done, of });
    announce(say('lookedInside', done, of));
  };

  return {
    now,
    start,
    pause: () => {
      run.current?.pause();
      setNow((before) => (isUnderWay(before) ? { ...before, mood: 'paused' } : before));
    },
    goOn: () => {
      if (run.current) run.current.since = Date.now();
      run.current?.goOn();
      setNow((before) => (isUnderWay(before) ? { ...before, mood: 'going' } : before));
    },
    cancel: () => {
      run.current?.off.abort();
      run.current?.goOn();
      setNow((before) =>
        isUnderWay(before) ? { mood: 'ended', ending: { how: 'cancelled' }, done: before.done, of: before.of } : before,
      );
    },
  };
}

export function isUnderWay(now: RunNow): now is Extract<RunNow, { mood: 'going' | 'held' | 'paused' }> {
  return now.mood === 'going' || now.mood === 'held' || now.mood === 'paused';
}

const lastFew = 8;

/** How long one takes, by the last few; times one step. */
function paced(run: Run): number {
  const now = Date.now();
  run.took.push(now - run.since);
  if (run.took.length > lastFew) run.took.shift();
  run.since = now;
  return run.took.reduce((sum, ms) => sum + ms, 0) / run.took.length;
}
