import * as v from 'valibot';

/** Ciphertext as it lies in the store, both parts in base64. */
export const sealedShape = v.object({ iv: v.string(), data: v.string() });
export type Sealed = v.InferOutput<typeof sealedShape>;

/** Seals a text (AES-GCM). What it is `about` is bound to it: it opens for nothing else. */
export async function seal(key: CryptoKey, about: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(how(iv, about), key, new TextEncoder().encode(text));
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Undefined where the key is another one, or where anything was changed. */
export async function unseal(key: CryptoKey, about: string, { iv, data }: Sealed): Promise<string | undefined> {
  try {
    const opened = await crypto.subtle.decrypt(how(fromBase64(iv), about), key, fromBase64(data));
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

function how(iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
