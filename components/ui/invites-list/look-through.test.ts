import { describe, expect, it } from 'vitest';
import { bareCode, type InviteCode } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import type { TroubleKind } from '../../../utils/trouble';
import { lookThrough } from './look-through';

const codes = Array.from({ length: 6 }, (_, nth) => coded(`HFakeDemo01abcdefgh1${nth}X`));

describe('looking through many invites', () => {
  it('looks inside each once, in order, and tells how far it is', async () => {
    const { ending, looked, steps } = await played([]);
    expect(ending).toEqual({ how: 'done' });
    expect(looked).toEqual(codes);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('waits as long as it is asked to, and takes the same one again', async () => {
    const { ending, looked, waits } = await played([undefined, 'slow-down']);
    expect(ending).toEqual({ how: 'done' });
    expect(looked).toEqual([codes[0], codes[1], ...codes.slice(1)]);
    expect(waits).toEqual([5_000]);
  });

  it('stops when it is held back twice in a row', async () => {
    const { ending, looked } = await played(['slow-down', 'slow-down']);
    expect(ending).toMatchObject({ how: 'stopped', trouble: { kind: 'slow-down' } });
    expect(looked).toHaveLength(2);
  });

  it('stops at once where the next link would fare no better', async () => {
    const { ending, looked } = await played(['no-source']);
    expect(ending).toMatchObject({ how: 'stopped', trouble: { kind: 'no-source' } });
    expect(looked).toHaveLength(1);
  });

  it('goes on after one that nobody can tell, and stops after three in a row', async () => {
    expect((await played(['timed-out', 'timed-out', undefined, 'timed-out'])).ending).toEqual({ how: 'done' });
    expect((await played(['timed-out', 'page-unread', 'timed-out'])).ending).toMatchObject({ how: 'stopped' });
  });

  it('looks no further once it is called off', async () => {
    const off = new AbortController();
    const { ending, looked } = await played([], { signal: off.signal, onStep: (done) => done === 2 && off.abort() });
    expect(ending).toEqual({ how: 'cancelled' });
    expect(looked).toHaveLength(2);
  });
});

interface Other {
  readonly signal?: AbortSignal;
  readonly onStep?: (done: number) => void;
}

/** `troubles` are what the first looks run into. */
async function played(troubles: readonly (TroubleKind | undefined)[], other: Other = {}) {
  const looked: InviteCode[] = [];
  const steps: number[] = [];
  const waits: number[] = [];
  const look = async (code: InviteCode): Promise<Sight> => {
    const kind = troubles[looked.length];
    looked.push(code);
    const base = { code, sources: [], seenAt: 0 };
    return kind ? { ...base, verdict: 'unknown', trouble: { kind, waitMs: 5_000 } } : { ...base, verdict: 'live' };
  };
  const ending = await lookThrough({
    codes,
    look,
    ready: async () => {},
    wait: async (ms) => void waits.push(ms),
    signal: other.signal ?? new AbortController().signal,
    onStep: (done) => {
      steps.push(done);
      other.onStep?.(done);
    },
  });
  return { ending, looked, steps, waits };
}

function coded(text: string): InviteCode {
  const found = bareCode(text);
  if (!found) throw new Error(`${text} is no code`);
  return found;
}
