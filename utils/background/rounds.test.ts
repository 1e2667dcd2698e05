import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rounds } from './rounds';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('rounds', () => {
  it('does at once what is asked for first, and once more what is asked for meanwhile, however often', async () => {
    const asked = rounds(500, 'once more');
    const work = vi.fn(async () => {});
    for (let often = 0; often < 1_000; often++) void asked(7, work);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(499);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('takes what is asked for meanwhile as done where that will do', async () => {
    const asked = rounds(500, 'done');
    const work = vi.fn(async () => {});
    for (let often = 0; often < 1_000; often++) void asked('tab', work);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(1);
    void asked('tab', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('lets nobody wait for another', () => {
    const asked = rounds(500, 'done');
    const work = vi.fn(async () => {});
    void asked(1, work);
    void asked(2, work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('tells everybody who asked that it went wrong, and goes on', async () => {
    const asked = rounds(500, 'once more');
    const fails = async () => Promise.reject(new Error('no'));
    const all = await Promise.allSettled([asked(1, fails), asked(1, fails)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await vi.advanceTimersByTimeAsync(2_000);
    const work = vi.fn(async () => {});
    await asked(1, work);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
