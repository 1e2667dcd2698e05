import { describe, expect, it } from 'vitest';
import { fromBase64, seal, toBase64, unseal } from './seal';

const made = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

describe('a seal', () => {
  it('never uses a nonce twice: 10,000 seals', async () => {
    const key = await made();
    const seals = await Promise.all(Array.from({ length: 10_000 }, () => seal(key, 'shop', 'the same')));
    expect(new Set(seals.map(({ iv }) => iv)).size).toBe(10_000);
    expect(fromBase64(seals[0]?.iv ?? '')).toHaveLength(12);
  });

  it('notices every one of 1,000 flipped bits', async () => {
    const key = await made();
    const whole = await seal(key, 'shop', 'wawp-0123456789abcdef'.repeat(4));
    const bits = fromBase64(whole.data).length * 8;
    const flips = Array.from({ length: 1_000 }, (_, nth) =>
      nth % 8 === 0
        ? { ...whole, iv: flipped(whole.iv, Math.floor(nth / 8) % 96) }
        : { ...whole, data: flipped(whole.data, (nth * 7) % bits) },
    );
    const opened = await Promise.all(flips.map((broken) => unseal(key, 'shop', broken)));
    expect(opened.filter((text) => text !== undefined)).toEqual([]);
    expect(await unseal(key, 'shop', whole)).toContain('wawp-');
  });

  it('opens for nothing but what it is about', async () => {
    const key = await made();
    expect(await unseal(key, 'club', await seal(key, 'shop', 'secret'))).toBeUndefined();
  });

  it('does not break over what is no base64', async () => {
    expect(await unseal(await made(), 'shop', { iv: '¡', data: '¡' })).toBeUndefined();
  });
});

function flipped(text: string, bit: number): string {
  const bytes = fromBase64(text);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return toBase64(bytes);
}
