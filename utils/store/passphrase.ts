import * as v from 'valibot';
import { Trouble } from '../trouble';
import { fromBase64, type Sealed, seal, sealedShape, toBase64, unseal } from './seal';

/** OWASP's count for PBKDF2-HMAC-SHA-256, as of 2026. */
export const leastIterations = 600_000;
const mostIterations = 5_000_000;
const aimMs = 500;
const sampleIterations = 200_000;
const shortest = 12;
const about = 'the vault key';

/** A vault key that a passphrase opens, with all that is needed to derive from the passphrase again. */
export const wrappedShape = v.object({
  /** Names the vault key: it stays when only its wrapping is renewed. */
  id: v.string(),
  hash: v.literal('SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  salt: v.string(),
  ...sealedShape.entries,
});
export type Wrapped = v.InferOutput<typeof wrappedShape>;

/** Refuses a passphrase that is too short to be worth its name. Counted in characters, not in bytes. */
export function mustBeLong(passphrase: string): void {
  if ([...normal(passphrase)].length < shortest) throw new Trouble('short-passphrase');
}

/** Wraps a vault key: the passphrase inside, this browser's own key around it. `cost` is in iterations. */
export async function wrap(
  vaultKey: Uint8Array,
  passphrase: string,
  by: { readonly device: CryptoKey; readonly id: string; readonly cost?: number },
): Promise<Wrapped> {
  const iterations = by.cost ?? (await calibrated());
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const inner = await seal(await derived(passphrase, salt, iterations), about, toBase64(vaultKey));
  const outer = await seal(by.device, about, JSON.stringify(inner));
  return { id: by.id, hash: 'SHA-256', iterations, salt: toBase64(salt), ...outer };
}

/** The vault key; undefined where the passphrase is another one. Takes its time, whatever is wrong. */
export async function unwrap(
  wrapped: Wrapped,
  passphrase: string,
  device: CryptoKey,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await derived(passphrase, fromBase64(wrapped.salt), wrapped.iterations);
  const inner = innerOf(await unseal(device, about, wrapped));
  const opened = inner && (await unseal(key, about, inner));
  return opened === undefined ? undefined : fromBase64(opened);
}

/** Without this browser's own key no passphrase opens anything. */
function innerOf(opened: string | undefined): Sealed {
  if (opened === undefined) throw new Trouble('secrets-lost');
  return v.parse(sealedShape, JSON.parse(opened));
}

/** How many iterations take about half a second on this computer. */
export async function calibrated(): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < 3; sample += 1) {
    const from = performance.now();
    // Another salt each time: Firefox remembers what it has derived, and would be quick for nothing.
    await derived('how fast is this computer', crypto.getRandomValues(new Uint8Array(16)), sampleIterations);
    times.push(performance.now() - from);
  }
  // The quickest: what else the computer was doing at that moment must not make the vault weaker.
  return iterationsFor(Math.min(...times));
}

/** By how long a sample took. Pure. */
export function iterationsFor(sampleMs: number): number {
  const wanted = (sampleIterations * aimMs) / Math.max(sampleMs, 1);
  const rounded = Math.round(wanted / 10_000) * 10_000;
  return Math.min(mostIterations, Math.max(leastIterations, rounded));
}

/** The key that a passphrase stands for. */
export async function derived(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normal(passphrase));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Keyboards differ in how they spell the same sign. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
