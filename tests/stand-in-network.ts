import { vi } from 'vitest';
import type { Wire } from './hostile-answers';

/** What was asked over the network. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** Stands in for the network from now on: one request after another is answered by these, from the first again. */
export function answering(answers: readonly Wire[]): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit = {}) => {
    sent.push({ url: String(url), init });
    const wire = answers[(sent.length - 1) % answers.length];
    if (!wire || wire.how === 'lost') throw new TypeError(`fetch failed: ${url} ${JSON.stringify(init.headers)}`);
    return responseOf(wire);
  });
  return sent;
}

function responseOf({ status, headers, body, how }: Wire): Response {
  const isPlain = status >= 200 && status < 600;
  const isEmpty = [204, 205, 304].includes(status);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const response = new Response(isEmpty ? null : how === 'cut' ? cutOff(bytes) : bytes, {
    ...{ status: isPlain ? status : 500, headers },
  });
  // Node makes no response of a status that servers have nevertheless been seen to send.
  return isPlain ? response : Object.defineProperty(response, 'status', { value: status });
}

function cutOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(bytes.slice(0, bytes.length / 2));
    },
    pull(stream) {
      stream.error(new TypeError('terminated'));
    },
  });
}
