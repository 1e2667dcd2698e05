import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countTry, delayMs, forgetTries, waitLeft, waitNow } from './tries';

beforeEach(() => fakeBrowser.reset());

describe('tries at a passphrase', () => {
  it('cost ever more time, up to a minute', () => {
    const seconds = Array.from({ length: 10 }, (_, wrong) => delayMs(wrong) / 1_000);
    expect(seconds).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(delayMs(100)).toBe(60_000);
  });

  it('wait for no longer than they must, whatever the clock does', async () => {
    expect(waitLeft({ wrong: 3, at: 10_000 }, 11_000)).toBe(3_000);
    expect(waitLeft({ wrong: 3, at: 10_000 }, 20_000)).toBe(0);
    await countTry(1_000_000);
    expect(await waitNow(500_000)).toBe(1_000);
    expect(await waitNow(501_000)).toBe(0);
  });

  it('are forgotten after the right one', async () => {
    await countTry(1_000);
    expect(await countTry(2_000)).toBe(2_000);
    await forgetTries();
    expect(await waitNow(2_000)).toBe(0);
    expect(await countTry(3_000)).toBe(1_000);
  });
});
