import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Trouble } from '../trouble';
import { tabTurns } from './tab-turns';

const ours = { isOurs: true };
const pages = () => ({ isOurs: false });

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_000_000 });
});
afterEach(() => vi.useRealTimers());

/** A fresh life of the worker, with its own `Trouble`. */
const life = async () => ({ ...(await import('./turns')), ...(await import('../trouble')) });

/** Lets what needs no time happen, such as writing to the store. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
}

/** Lets whatever is due happen. */
async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 100) {
    await vi.advanceTimersByTimeAsync(100);
    await breathe();
  }
}

describe('taking turns', () => {
  it('waits for nobody at first, and then keeps the gap; ours go first', async () => {
    const { inTurn } = await life();
    const said: string[] = [];
    const say = (word: string) => async () => void said.push(`${word} ${Date.now() - 1_000_000}`);
    void inTurn('a', pages(), say('first'));
    await breathe();
    void inTurn('a', pages(), say('page'));
    const late = pages();
    void inTurn('a', late, say('wanted after all'));
    void inTurn('a', ours, say('ours'));
    late.isOurs = true;
    void inTurn('b', pages(), say('elsewhere'));
    await breathe();
    await pass(5_000);
    expect(said).toEqual(['first 0', 'elsewhere 0', 'wanted after all 1000', 'ours 2000', 'page 3000']);
  });

  it('asks nobody who wants to be left alone, also in another life of the worker', async () => {
    const first = await life();
    const job = vi.fn(async () => Promise.reject(new first.Trouble('slow-down', { waitMs: 20_000 })));
    const ending = first.inTurn('page', ours, job).catch((caught: unknown) => caught);
    await pass(500);
    expect(await ending).toMatchObject({ kind: 'slow-down' });
    vi.resetModules();
    const second = await life();
    const again = second.inTurn('page', ours, job).catch((caught: unknown) => caught);
    await pass(500);
    expect(await again).toMatchObject({ kind: 'slow-down', facts: { waitMs: expect.any(Number) } });
    expect(await second.isResting('page')).toBe(true);
    expect(job).toHaveBeenCalledTimes(1);
    await pass(20_000);
    void second.inTurn('page', ours, job).catch(() => undefined);
    await pass(500);
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('has two under way at most, and lets pages wait for less', async () => {
    const { inTurn } = await life();
    const job = vi.fn(() => new Promise<void>(() => {}));
    const refused: unknown[] = [];
    for (let nth = 0; nth < 30; nth += 1) void inTurn('a', pages(), job).catch((caught) => refused.push(caught));
    void inTurn('a', ours, job).catch((caught) => refused.push(caught));
    await pass(5_000);
    expect(job).toHaveBeenCalledTimes(2);
    expect(refused).toHaveLength(18);
    expect(refused[0]).toMatchObject({ kind: 'too-soon' });
  });
});

describe('a tab', () => {
  it('has one under way, three waiting, and the rest turned away', async () => {
    const turn = tabTurns();
    const ends: (() => void)[] = [];
    const job = vi.fn(() => new Promise<void>((done) => void ends.push(done)));
    const all = Array.from({ length: 1_000 }, () => turn(1, job).catch((caught: unknown) => caught));
    const other = turn(2, async () => 'there');
    expect(await other).toBe('there');
    expect(job).toHaveBeenCalledTimes(1);
    expect(await all.at(-1)).toMatchObject({ kind: 'too-soon' });
    for (let nth = 0; nth < 4; nth += 1) {
      ends.pop()?.();
      await breathe();
    }
    expect(job).toHaveBeenCalledTimes(4);
  });

  it('may spend twelve looks a minute, and one that fails holds up nobody', async () => {
    const turn = tabTurns();
    const spending = () => turn(1, async (spend) => spend());
    await expect(turn(1, () => Promise.reject(new Trouble('timed-out')))).rejects.toThrow('timed-out');
    for (let nth = 0; nth < 12; nth += 1) await spending();
    await expect(spending()).rejects.toMatchObject({ kind: 'too-soon', facts: { waitMs: 60_000 } });
    vi.setSystemTime(1_000_000 + 60_000);
    await spending();
  });
});
