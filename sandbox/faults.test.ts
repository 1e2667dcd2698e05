import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentCode } from './group.ts';
import { type Sandbox, startSandbox } from './serve.ts';

let sandbox: Sandbox;
let id: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  id = sandbox.world.find('VIP Launch List').id;
});
afterAll(() => sandbox.close());
beforeEach(() => fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' }));

const order = (fault: string, more: Record<string, unknown> = {}) =>
  fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify({ fault, ...more }) });
const headers = { authorization: 'Bearer wasend-demo-key' };
const call = (path: string, init: RequestInit = {}) =>
  fetch(`${sandbox.url}/wasend/demo/groups/${path}`, { headers, ...init });
const read = (init?: RequestInit) => call(`${id}/invite-code`, init);
const revoke = (init?: RequestInit) => call(`${id}/invite-code/revoke`, { method: 'POST', ...init });
const code = () => currentCode(sandbox.world.find(id));

describe('faults', () => {
  it.each([401, 403, 404, 500, 502, 503])('answers %i in the words of the make', async (status) => {
    await order(String(status));
    const answer = await read();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ success: false });
  });

  it('says when to come back', async () => {
    await order('429', { retryAfter: 7 });
    const answer = await read();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('is slow', async () => {
    await order('slow', { ms: 150 });
    const since = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - since).toBeGreaterThan(140);
  });

  it('hangs', async () => {
    await order('hang');
    await expect(read({ signal: AbortSignal.timeout(150) })).rejects.toThrow('timeout');
  });

  it('drops the connection', async () => {
    await order('drop');
    await expect(read()).rejects.toThrow('fetch failed');
  });

  it('cuts the body off', async () => {
    await order('cut-mid-body');
    await expect(read().then((answer) => answer.text())).rejects.toThrow('terminated');
  });

  it('sends half of the JSON, a page, nothing, or a flood', async () => {
    await order('truncated-json', { times: 1 });
    await order('html-200', { times: 1 });
    await order('empty-200', { times: 1 });
    await order('oversize', { times: 1, bytes: 5_000_000 });
    const texts: string[] = [];
    for (let nth = 0; nth < 4; nth += 1) texts.push(await (await read()).text());
    expect(() => JSON.parse(texts[0] ?? '')).toThrow(SyntaxError);
    expect(texts[1]).toContain('<!doctype html>');
    expect(texts[2]).toBe('');
    expect(texts[3]?.length).toBeGreaterThan(5_000_000);
    expect((await read()).status).toBe(200);
  });

  it('says "undefined", and speaks of errors under 200', async () => {
    await order('undefined', { times: 1 });
    expect(await (await read()).json()).toMatchObject({ inviteCode: 'undefined' });
    await order('error-in-200');
    const answer = await read();
    expect([answer.status, await answer.json()]).toMatchObject([200, { success: false }]);
  });

  it('says yes and changes nothing', async () => {
    const old = code();
    await order('not-rotated');
    expect(await (await revoke()).json()).toEqual({ success: true, inviteCode: old });
    expect(code()).toBe(old);
  });

  it('changes the code and loses the answer', async () => {
    const old = code();
    await order('rotated-answer-lost', { times: 1 });
    expect((await read()).status).toBe(200);
    await expect(revoke()).rejects.toThrow('fetch failed');
    expect(code()).not.toBe(old);
  });

  it('changes the code and says 500', async () => {
    const old = code();
    await order('rotated-then-500');
    expect((await revoke()).status).toBe(500);
    expect(code()).not.toBe(old);
  });

  it('changes the code after the connection is dead', async () => {
    const old = code();
    await order('rotate-late', { ms: 100 });
    await expect(revoke()).rejects.toThrow('fetch failed');
    expect(code()).toBe(old);
    await expect.poll(code).not.toBe(old);
  });

  it('changes the code after it has answered with the old one', async () => {
    const old = code();
    await order('rotate-late', { ms: 50, answered: true });
    expect(await (await revoke()).json()).toMatchObject({ inviteCode: old });
    await expect.poll(code).not.toBe(old);
  });

  it('changes the code only when it answers, although nobody waits any more', async () => {
    const old = code();
    await order('slow', { ms: 150, late: true });
    await expect(revoke({ signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect(code()).toBe(old);
    await expect.poll(code).not.toBe(old);
  });

  it('does the act before an error when told to', async () => {
    const old = code();
    await order('502', { acts: true });
    expect((await revoke()).status).toBe(502);
    expect(code()).not.toBe(old);
  });

  it('lets WhatsApp refuse, before or after the act', async () => {
    const old = code();
    await order('refusal', { word: 'rate-overlimit', times: 1 });
    expect((await revoke()).status).toBe(429);
    expect(code()).toBe(old);
    await order('refusal', { word: 'rate-overlimit', acts: true });
    expect((await revoke()).status).toBe(429);
    expect(code()).not.toBe(old);
  });

  it('leads to another origin and notes who follows', async () => {
    await order('redirect');
    const answer = await read({ redirect: 'manual' });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(
      `http://localhost:${sandbox.port}/_sandbox/elsewhere/demo/groups/${id}/invite-code`,
    );
    await fetch(answer.headers.get('location')?.replace('localhost', '127.0.0.1') ?? '', { headers });
    const log = await (await fetch(`${sandbox.url}/_sandbox/requests`)).json();
    expect(log).toMatchObject([{ fault: 'redirect' }, { make: 'elsewhere', credentials: ['header'] }]);
  });

  it('echoes the key, and loses the phone', async () => {
    await order('echo-key', { times: 1 });
    expect(await (await read()).text()).toContain('wasend-demo-key');
    await order('session-down');
    expect((await read()).status).toBe(422);
    expect(await (await fetch(`${sandbox.url}/wasend/sessions/demo`, { headers })).json()).toMatchObject({
      status: 'STOPPED',
    });
  });

  it('keeps to its make, its verb and its number of times', async () => {
    await order('500', { make: 'wawp' });
    await order('503', { verb: 'revoke', times: 1 });
    expect((await read()).status).toBe(200);
    expect((await revoke()).status).toBe(503);
    expect((await revoke()).status).toBe(200);
  });
});
