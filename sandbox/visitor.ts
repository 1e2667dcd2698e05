import type { Sandbox } from './serve.ts';

/** What a visitor heard; `body` is there when it was JSON. */
export interface Told {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  readonly body: unknown;
}

export const wawpKeys = { instance_id: 'K3PWAWPDEMO1', access_token: 'wawp-demo-token' };
const headers = { authorization: 'Bearer wasend-demo-key' };

/** Somebody who calls the demo account's gateways and the desk, for the tests. */
export function visitor({ url, world }: Sandbox) {
  async function told(path: string, init: RequestInit = {}): Promise<Told> {
    const answer = await fetch(`${url}${path}`, init);
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get('content-type'), text, body: parsed(text) };
  }

  async function desk(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await told(`/_sandbox/${path}`, { method, body: body ? JSON.stringify(body) : undefined });
    if (answer.status >= 400) throw new Error(answer.text);
    return answer.body;
  }

  return {
    told,
    desk,
    choose: (make: string, picks: Record<string, string>) => desk('POST', 'variants', { make, ...picks }),
    idOf: (name: string) => world.find(name).id,
    codeOf: (name: string) => world.find(name).codes.at(-1)?.code ?? '',
    wawpGet: (path: string, more: Record<string, string> = {}) =>
      told(`/wawp/v2/${path}?${new URLSearchParams({ ...wawpKeys, ...more })}`),
    wawpPost: (path: string, more: Record<string, string> = {}) =>
      told(`/wawp/v2/${path}`, { method: 'POST', body: JSON.stringify({ ...wawpKeys, ...more }) }),
    wasendGet: (path: string) => told(`/wasend/${path}`, { headers }),
    wasendPost: (path: string, body?: unknown) =>
      told(`/wasend/${path}`, { method: 'POST', headers, body: body ? JSON.stringify(body) : undefined }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
