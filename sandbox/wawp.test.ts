import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor, wawpKeys } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, idOf, told, wawpGet, wawpPost } = visitor(sandbox);
const vip = sandbox.world.find('VIP Launch List').id;

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

describe('Wawp', () => {
  it('gives a code, retires it, and shows the new one', async () => {
    const old = codeOf('VIP Launch List');
    expect(await wawpGet(`groups/${vip}/invite-code`)).toMatchObject({ status: 200, body: { code: old } });
    const { body } = await wawpPost(`groups/${encodeURIComponent(vip)}/invite-code/revoke`);
    expect(body).toEqual({ code: codeOf('VIP Launch List') });
    expect(body).not.toEqual({ code: old });
    expect(await wawpGet('groups/join-info', { code: old })).toMatchObject({
      status: 500,
      body: { code: 'wawp_upstream_error', message: 'gone' },
    });
  });

  it('wants both credentials, and knows a wrong token from a wrong instance', async () => {
    expect(await told('/wawp/v2/groups')).toMatchObject({ status: 401, body: { message: 'Access token is required' } });
    expect(await wawpGet('groups', { access_token: 'no' })).toMatchObject({ status: 401 });
    expect(await wawpGet('groups', { instance_id: 'NOSUCHTHING1' })).toMatchObject({
      status: 404,
      body: { code: 'invalid_session', message: 'Session not found. Please verify your instance_id or session_name.' },
    });
  });

  it('takes headers unless told not to', async () => {
    const init = { headers: { authorization: 'Bearer wawp-demo-token', 'x-instance-id': 'K3PWAWPDEMO1' } };
    expect(await told('/wawp/v2/groups/count', init)).toMatchObject({ body: { count: 25 } });
    await choose('wawp', { headerAuth: 'off' });
    expect(await told('/wawp/v2/groups/count', init)).toMatchObject({ status: 401 });
  });

  it('spells a code in every way that is feared', async () => {
    const code = codeOf('VIP Launch List');
    const url = `https://chat.whatsapp.com/${code}`;
    const spelled = { string: code, quoted: `"${code}"`, url, 'url-object': `{"code":"${url}"}` };
    for (const [pick, text] of Object.entries(spelled)) {
      await choose('wawp', { code: pick });
      expect((await wawpGet(`groups/${vip}/invite-code`)).text).toBe(text);
    }
  });

  it('lists in the shape of the engine beneath', async () => {
    expect((await wawpGet('groups')).body).toMatchObject([
      { id: { _serialized: vip }, groupMetadata: { size: 842 } },
      {},
      ...Array(23).fill({}),
    ]);
    await choose('wawp', { engine: 'NOWEB' });
    expect((await wawpGet('groups')).body).toMatchObject({ [vip]: { id: vip, subject: 'VIP Launch List', size: 842 } });
    await choose('wawp', { engine: 'GOWS' });
    expect((await wawpGet('groups', { limit: '1', exclude: 'participants' })).body).toMatchObject([
      { JID: vip, ParticipantCount: 842 },
    ]);
  });

  it('moves the probe, the field of a join and the info, on demand', async () => {
    const code = codeOf('Garden Swap Toulouse');
    expect(await wawpGet('groups/join', { code })).toMatchObject({ status: 200 });
    expect(await wawpGet('groups/join-info', { code })).toMatchObject({ status: 200 });
    await choose('wawp', { probePath: 'join-info', joinField: 'code' });
    expect(await wawpGet('groups/join', { code })).toMatchObject({ status: 405 });
    expect(await wawpPost('groups/join', { url: code })).toMatchObject({ status: 400 });
    await choose('wawp', { probePath: 'join', joinField: 'url', infoPath: 'detail' });
    expect(await wawpGet('groups/join-info', { code })).toMatchObject({ status: 404 });
    expect(await wawpGet('groups/join', { code })).toMatchObject({ body: { subject: 'Garden Swap Toulouse' } });
    expect(await wawpPost('groups/join', { url: `https://chat.whatsapp.com/${code}?s=x` })).toMatchObject({
      status: 200,
    });
    expect(await wawpGet('groups/detail', { groupId: vip })).toMatchObject({ status: 200 });
    expect(await wawpGet(`groups/${vip}`)).toMatchObject({ status: 404 });
  });

  it('words a refusal in four ways and an error in four', async () => {
    const path = `groups/${idOf('Newsletter Readers')}/invite-code`;
    expect(await wawpGet(path)).toMatchObject({ status: 500, body: { message: 'not-authorized' } });
    await choose('wawp', { errors: 'nested', refusals: 'clean' });
    expect(await wawpGet(path)).toMatchObject({ status: 403, body: { error: { message: 'not-authorized' } } });
    await choose('wawp', { errors: 'in-200' });
    expect(await wawpGet(path)).toMatchObject({ status: 200, body: { message: 'not-authorized' } });
    await choose('wawp', { refusals: 'empty-200' });
    expect(await wawpGet(path)).toMatchObject({ status: 200, text: '' });
    await choose('wawp', { refusals: 'waha', engine: 'GOWS' });
    expect(await wawpGet(path)).toMatchObject({
      status: 500,
      body: { exception: { message: expect.stringContaining('2 UNKNOWN: you don') }, request: { query: wawpKeys } },
    });
  });
});
