import { Trouble } from '../trouble';

/** How much of an answer is read, and for how long. */
export interface Bounds {
  readonly most: number;
  readonly signal: AbortSignal;
  readonly host: string;
}

/** An answer read to its end. Rejects where it does not come whole, or is larger than we read. */
export async function wholeBody(response: Response, { most, signal, host }: Bounds): Promise<Uint8Array<ArrayBuffer>> {
  const tooBig = new Trouble('too-big', { host });
  if (Number(response.headers.get('content-length') ?? 0) > most) throw await hungUp(response, tooBig);
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read().catch(() => {
      throw new Trouble(signal.aborted ? 'timed-out' : 'cut-off', { host });
    });
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw tooBig;
    }
    parts.push(value);
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Hangs up on the rest of an answer before its trouble is told. */
export async function hungUp(response: Response, trouble: Trouble): Promise<Trouble> {
  await response.body?.cancel().catch(() => undefined);
  return trouble;
}
