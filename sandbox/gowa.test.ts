import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, idOf, told } = visitor(sandbox);
const { world } = sandbox;
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
const pair = basic('demo:gowa-demo-password');

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const get = (path: string, more: Record<string, string> = { 'x-device-id': 'demo' }) =>
  told(`/gowa${path}`, { headers: { ...pair, ...more } });
const error = (status: number, code: string, message: string) => ({ status, body: { code, message, results: null } });

describe('GOWA', () => {
  it('has plain text for a wrong password and for a wrong path', async () => {
    const wrong = await told('/gowa/app/status', { headers: basic('demo:wrong') });
    expect(wrong).toMatchObject({ status: 401, text: 'Unauthorized', type: expect.stringContaining('text/plain') });
    expect(await get('/group/nothing')).toMatchObject({ status: 404, text: 'Cannot GET /group/nothing' });
  });

  it('wants to know which device, and the query will do', async () => {
    expect(await get('/app/status', {})).toMatchObject({ status: 400, body: { code: 'DEVICE_ID_REQUIRED' } });
    expect(await get('/app/status', { 'x-device-id': 'nobody' })).toMatchObject({
      ...{ status: 404, body: { code: 'DEVICE_NOT_FOUND', results: { device_id: 'nobody' } } },
    });
    expect((await get('/app/status?device_id=big', {})).body).toMatchObject({ results: { device_id: 'big' } });
    await choose('gowa', { version: 'single' });
    expect((await get('/app/status', {})).body).toMatchObject({
      results: { device_id: '33612345678:12@s.whatsapp.net' },
    });
  });

  it('reads and resets a link by the same path', async () => {
    const path = `/group/invite-link?group_id=${idOf('VIP Launch List')}`;
    const old = codeOf('VIP Launch List');
    expect((await get(path)).body).toMatchObject({ results: { invite_link: `https://chat.whatsapp.com/${old}` } });
    const { body } = await get(`${path}&reset=true`);
    const fresh = codeOf('VIP Launch List');
    expect(fresh).not.toBe(old);
    expect(body).toMatchObject({ results: { invite_link: `https://chat.whatsapp.com/${fresh}` } });
    const requests = (await desk('GET', 'requests')) as { verb: string }[];
    expect(requests.map(({ verb }) => verb)).toEqual(['code', 'revoke']);
  });

  it("passes whatsmeow's sentences on, and counts only the members it was shown", async () => {
    const past = world.find('Garden Swap Toulouse').codes[0]?.code;
    const gone = error(500, 'INTERNAL_SERVER_ERROR', 'that group invite link has been revoked');
    expect(await get(`/group/info-from-link?link=https://chat.whatsapp.com/${past}`)).toMatchObject(gone);
    const { body } = await get(`/group/info-from-link?link=${codeOf('Garden Swap Toulouse')}`);
    expect(body).toMatchObject({ results: { name: 'Garden Swap Toulouse', participant_count: 1 } });
  });

  it('says that it is not connected with a 503, and once with a 401', async () => {
    const path = `/group/info?group_id=${idOf('VIP Launch List')}`;
    const lost = 'you are not connect to services server, please reconnect';
    world.setStatus('demo', 'STOPPED');
    expect(await get(path)).toMatchObject(error(503, 'SERVICE_UNAVAILABLE', lost));
    await choose('gowa', { version: 'single' });
    expect(await get(path)).toMatchObject(error(401, 'AUTHENTICATION_ERROR', lost));
  });
});
