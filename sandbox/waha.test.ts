import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, told } = visitor(sandbox);
const vip = sandbox.world.find('VIP Launch List').id;
const group = `/waha/api/demo/groups/${encodeURIComponent(vip)}`;

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const get = (path: string, key = 'waha-demo-key') => told(path, { headers: { 'x-api-key': key } });
const post = (path: string, body?: unknown, key = 'waha-demo-key') =>
  told(path, { method: 'POST', headers: { 'x-api-key': key }, ...(body ? { body: JSON.stringify(body) } : {}) });

describe('WAHA', () => {
  it('says codes as bare text, retires one, and shows the new one', async () => {
    const old = codeOf('VIP Launch List');
    expect(await get(`${group}/invite-code`)).toMatchObject({ text: old, type: 'text/html; charset=utf-8' });
    expect(await post(`${group}/invite-code/revoke`)).toMatchObject({ status: 200, text: codeOf('VIP Launch List') });
    expect(codeOf('VIP Launch List')).not.toBe(old);
  });

  it('on GOWS says links, and hands the old one back unless it is told to rotate', async () => {
    await choose('waha', { engine: 'GOWS' });
    const link = `https://chat.whatsapp.com/${codeOf('VIP Launch List')}`;
    expect((await post(`${group}/invite-code/revoke`)).text).toBe(link);
    await choose('waha', { rotates: 'yes' });
    expect((await post(`${group}/invite-code/revoke`)).text).not.toBe(link);
  });

  it('lists in the shape of the engine', async () => {
    const shapes = {
      NOWEB: { [vip]: { id: vip, subject: 'VIP Launch List' } },
      GOWS: [{ JID: vip, Name: 'VIP Launch List', ParticipantCount: 842 }],
      WEBJS: [{ id: { _serialized: vip }, groupMetadata: { size: 842 } }],
      WPP: [{ id: vip, groupMetadata: { subject: 'VIP Launch List' } }],
      ZAPO: [{ id: vip, subject: 'VIP Launch List', _data: { jid: vip } }],
    };
    for (const [engine, shape] of Object.entries(shapes)) {
      await choose('waha', { engine });
      const { body } = await get('/waha/api/demo/groups?limit=1&exclude=participants');
      expect(body).toMatchObject(shape);
      expect(JSON.stringify(body).includes('articipants":[')).toBe(engine === 'ZAPO');
    }
  });

  it('wraps what WhatsApp refuses in a 500 that repeats the request', async () => {
    await desk('POST', 'faults', { fault: 'refusal', word: 'not-authorized', verb: 'code' });
    const { status, body } = await get(`${group}/invite-code?x-api-key=mine`);
    expect(status).toBe(500);
    expect(body).toMatchObject({
      exception: { message: 'not-authorized', data: 401, output: {} },
      request: { method: 'GET', query: { 'x-api-key': 'mine' } },
      version: { engine: 'NOWEB' },
    });
    const said = { GOWS: '2 UNKNOWN: you', ZAPO: 'iq failed (401: not-authorized)', WPP: 'Evaluation failed' };
    for (const [engine, words] of Object.entries(said)) {
      await choose('waha', { engine });
      expect((await get(`${group}/invite-code`)).text).toContain(words);
    }
    await choose('waha', { engine: 'WEBJS' });
    expect(await get(`${group}/invite-code`)).toMatchObject({ status: 200, text: '' });
  });

  it('takes its key from a header or a query, and lets a reading one look but not touch', async () => {
    expect(await told('/waha/api/sessions/demo')).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized', statusCode: 401 },
    });
    expect(await told('/waha/api/sessions/demo?x-api-key=waha-demo-key')).toMatchObject({ status: 200 });
    expect(await get(`${group}/invite-code`, 'waha-read-key')).toMatchObject({ status: 200 });
    const closed = ['/invite-code/revoke', '/leave'].map((path) => post(group + path, {}, 'waha-read-key'));
    const join = post('/waha/api/demo/groups/join', { code: codeOf('Garden Swap Toulouse') }, 'waha-read-key');
    const send = post('/waha/api/sendText', { session: 'demo', chatId: vip, text: 'hi' }, 'waha-read-key');
    for (const answer of await Promise.all([...closed, join, send])) {
      expect(answer).toMatchObject({ status: 403, body: { message: 'Forbidden', statusCode: 403 } });
      expect(answer.body).not.toHaveProperty('error');
    }
    expect(await get('/waha/api/demo/groups', 'waha-big-key')).toMatchObject({ status: 403 });
  });

  it('says of a session that it is not known, or in which state it is', async () => {
    expect(await get('/waha/api/sessions/nobody')).toMatchObject({
      status: 404,
      body: { message: 'Session not found' },
    });
    expect(await get('/waha/api/nobody/groups')).toMatchObject({ status: 422, body: { session: 'nobody' } });
    await choose('waha', { build: 'older' });
    expect(await get('/waha/api/nobody/groups')).toMatchObject({ status: 404, body: { error: 'Not Found' } });
    await desk('POST', 'world', { act: 'session', status: 'SCAN_QR_CODE' });
    expect(await get('/waha/api/demo/groups')).toMatchObject({
      status: 422,
      body: { session: 'demo', status: 'SCAN_QR_CODE', expected: ['WORKING'] },
    });
    expect((await get('/waha/api/sessions?all=true')).body).toMatchObject([
      { name: 'demo', me: null },
      { name: 'big' },
    ]);
  });

  it('in its older build has 201, no uniform members, and nothing to say of an unknown group', async () => {
    const unknown = '/waha/api/demo/groups/120363999999999999%40g.us';
    expect(await get(unknown)).toMatchObject({
      status: 500,
      body: { exception: { message: expect.stringMatching(/^Group with id .* not found$/) } },
    });
    expect((await get(`${group}/participants/v2`)).status).toBe(200);
    await choose('waha', { build: 'older' });
    expect(await get(unknown)).toMatchObject({ status: 200, text: '' });
    expect(await get(`${group}/participants/v2`)).toMatchObject({ status: 404 });
    expect((await post(`${group}/invite-code/revoke`)).status).toBe(201);
  });

  it('reads the last piece of a link, and falls over where there is none', async () => {
    const link = `https://chat.whatsapp.com/${codeOf('Garden Swap Toulouse')}`;
    const look = (code: string) => get(`/waha/api/demo/groups/join-info?code=${encodeURIComponent(code)}`);
    expect((await look(`${link}?s=sw`)).status).toBe(200);
    expect((await look(`${link}/`)).body).toMatchObject({ exception: { message: 'bad-request' } });
    expect(await post('/waha/api/demo/groups/join', {})).toMatchObject({
      status: 500,
      body: { exception: { name: 'TypeError' } },
    });
    await choose('waha', { build: 'older' });
    expect((await look(`${link}?s=sw`)).status).toBe(500);
  });

  it('shows pages to people, and Nest’s own 404 to whoever is lost', async () => {
    for (const path of ['/', '/dashboard', '/dashboard/api/sessions/demo']) {
      expect(await told(`/waha${path}`)).toMatchObject({
        status: 200,
        text: expect.stringContaining('<!DOCTYPE html>'),
      });
    }
    expect(await get('/waha/v2/groups')).toMatchObject({
      status: 404,
      body: { message: 'Cannot GET /v2/groups', error: 'Not Found', statusCode: 404 },
    });
  });
});
