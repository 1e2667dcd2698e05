import { describe, expect, it, vi } from 'vitest';
import { calibrated, iterationsFor, leastIterations, mustBeLong, unwrap, wrap } from './passphrase';

const words = 'four words nobody joins';
const vaultKey = Uint8Array.from({ length: 32 }, (_, place) => place);

function madeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

describe('a passphrase', () => {
  it('has twelve characters, however many bytes they take', () => {
    expect(() => mustBeLong('elevenchars')).toThrow('short-passphrase');
    expect(() => mustBeLong('🔑'.repeat(11))).toThrow('short-passphrase');
    expect(() => mustBeLong('🔑'.repeat(12))).not.toThrow();
    // Eleven letters, one of them written as a letter and an accent.
    expect(() => mustBeLong('cafe\u0301 elevenx'.slice(0, 12))).toThrow('short-passphrase');
  });

  it('opens what it wrapped, alone, and only in this browser', async () => {
    const [device, other] = await Promise.all([madeKey(), madeKey()]);
    const wrapped = await wrap(vaultKey, words, { device, id: 'one', cost: 1_000 });
    expect(await unwrap(wrapped, words, device)).toEqual(vaultKey);
    expect(await unwrap(wrapped, `${words}.`, device)).toBeUndefined();
    await expect(unwrap(wrapped, words, other)).rejects.toThrow('secrets-lost');
  });

  it('is the same on a keyboard that spells its signs differently', async () => {
    const device = await madeKey();
    const wrapped = await wrap(vaultKey, 'caf\u00e9 on the corner', { device, id: 'one', cost: 1_000 });
    expect(await unwrap(wrapped, 'cafe\u0301 on the corner', device)).toEqual(vaultKey);
  });

  it('is salted anew each time, and says how it was derived', async () => {
    const device = await madeKey();
    const wraps = await Promise.all(
      Array.from({ length: 20 }, () => wrap(vaultKey, words, { device, id: 'one', cost: 1_000 })),
    );
    expect(new Set(wraps.map(({ salt }) => salt)).size).toBe(20);
    expect(atob(wraps[0]?.salt ?? '')).toHaveLength(16);
    expect(wraps[0]).toMatchObject({ hash: 'SHA-256', iterations: 1_000 });
  });

  it('is made as dear as half a second buys, within bounds', { timeout: 60_000 }, async () => {
    expect(iterationsFor(100)).toBe(1_000_000);
    expect(iterationsFor(10_000)).toBe(leastIterations);
    expect(iterationsFor(0)).toBe(5_000_000);
    expect(await calibrated()).toBeGreaterThanOrEqual(600_000);
  });

  it('is timed on work that no browser has done before', { timeout: 60_000 }, async () => {
    const derived = vi.spyOn(crypto.subtle, 'deriveKey');
    await calibrated();
    const salts = derived.mock.calls.map(([how]) => String(Reflect.get(Object(how), 'salt')));
    expect(salts.length).toBeGreaterThan(1);
    expect(new Set(salts).size).toBe(salts.length);
  });
});
