import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, idOf, told } = visitor(sandbox);
const { world } = sandbox;
const vip = idOf('VIP Launch List');
const headers = { apikey: 'evolution-demo-key' };

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const get = (path: string, more: Record<string, string> = {}) =>
  told(`/evolution${path}`, { headers: { ...headers, ...more } });
const post = (path: string, body: unknown) =>
  told(`/evolution${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const error = (status: number, reason: string, message: unknown) => ({
  status,
  body: { status, error: reason, response: { message } },
});
const invite = (name: string) => get(`/group/inviteCode/demo?groupJid=${idOf(name)}`);

describe('Evolution API', () => {
  it('looks for the instance before it looks at the key, and its own key opens every instance', async () => {
    const nobody = '/evolution/instance/connectionState/nobody';
    const unknown = error(404, 'Not Found', ['The "nobody" instance does not exist']);
    expect(await told(nobody)).toMatchObject(unknown);
    expect(await told(nobody, { headers: { apikey: 'wrong' } })).toMatchObject(unknown);
    const refused = error(401, 'Unauthorized', 'Unauthorized');
    expect(await told('/evolution/instance/connectionState/demo')).toMatchObject(refused);
    expect(await get('/instance/connectionState/big')).toMatchObject(refused);
    expect((await get('/instance/connectionState/big', { apikey: 'evolution-global-key' })).body).toEqual({
      instance: { instanceName: 'big', state: 'open' },
    });
  });

  it('lists instances with their owners and their keys, each key its own', async () => {
    const row = { name: 'demo', ownerJid: '33612345678@s.whatsapp.net', token: 'evolution-demo-key' };
    expect((await get('/instance/fetchInstances')).body).toMatchObject([row]);
    const all = await get('/instance/fetchInstances', { apikey: 'evolution-global-key' });
    expect(all.body).toMatchObject([row, { name: 'big' }]);
    const one = await get('/instance/fetchInstances?instanceName=demo', { apikey: 'evolution-global-key' });
    expect(one.body).toMatchObject([row]);
    expect(await get('/instance/fetchInstances', { apikey: 'wrong' })).toMatchObject({ status: 401 });
  });

  it('reads a code, retires it, joins by a GET, leaves by a DELETE', async () => {
    const code = codeOf('VIP Launch List');
    expect((await invite('VIP Launch List')).body).toEqual({
      inviteUrl: `https://chat.whatsapp.com/${code}`,
      inviteCode: code,
    });
    const retired = await post('/group/revokeInviteCode/demo', { groupJid: vip });
    expect(retired).toMatchObject({ status: 201, body: { revoked: true, inviteCode: codeOf('VIP Launch List') } });
    expect(codeOf('VIP Launch List')).not.toBe(code);
    const join = (name: string) => get(`/group/acceptInviteCode/demo?inviteCode=${codeOf(name)}`);
    const group = idOf('Garden Swap Toulouse');
    expect((await join('Garden Swap Toulouse')).body).toEqual({ accepted: true, groupJid: group });
    expect((await join('Private Tasting')).body).toEqual({ accepted: true });
    const left = await told(`/evolution/group/leaveGroup/demo?groupJid=${group}`, { method: 'DELETE', headers });
    expect(left.body).toEqual({ groupJid: group, leave: true });
    expect(await post('/message/sendText/demo', { number: vip, text: 'hi' })).toMatchObject({ status: 201 });
  });

  it('wants to be told whether to name the members', async () => {
    const list = '/group/fetchAllGroups/demo';
    const wanted = error(400, 'Bad Request', ['The getParticipants needs to be informed in the query']);
    expect(await get(list)).toMatchObject(wanted);
    const [first] = (await get(`${list}?getParticipants=true`)).body as Record<string, unknown>[];
    expect(first).toMatchObject({ id: vip, size: 842, pictureUrl: expect.stringContaining('.png') });
    expect(first?.participants).toHaveLength(842);
    const bare = (await get(`${list}?getParticipants=false`)).body as object[];
    expect(bare[0]).not.toHaveProperty('participants');
    expect(bare[0]).not.toHaveProperty('joinApprovalMode');
  });

  it('wraps most failures in a 404 with the cause at the end, and says nothing of why a probe failed', async () => {
    expect(await invite('Newsletter Readers')).toMatchObject(
      error(404, 'Not Found', ['No invite code', 'Error: not-authorized']),
    );
    expect(await get('/group/findGroupInfos/demo?groupJid=1@g.us')).toMatchObject(
      error(404, 'Not Found', ['Error fetching group', 'Error: item-not-found']),
    );
    const member = { groupJid: idOf('Newsletter Readers') };
    expect(await post('/group/revokeInviteCode/demo', member)).toMatchObject(
      error(404, 'Not Found', ['Revoke error', 'Error: not-authorized']),
    );
    const [past] = world.find('Garden Swap Toulouse').codes;
    expect(await get(`/group/acceptInviteCode/demo?inviteCode=${past?.code}`)).toMatchObject(
      error(404, 'Not Found', ['Accept invite error', 'Error: gone']),
    );
    const swallowed = error(404, 'Not Found', ['No invite info', past?.code]);
    expect(await get(`/group/inviteInfo/demo?inviteCode=${past?.code}`)).toMatchObject(swallowed);
    world.setStatus('demo', 'STOPPED');
    expect(await get(`/group/inviteInfo/demo?inviteCode=${past?.code}`)).toMatchObject(swallowed);
    expect(await invite('VIP Launch List')).toMatchObject({
      body: { response: { message: ['No invite code', 'Error: Connection Closed'] } },
    });
    expect(await get('/group/fetchAllGroups/demo?getParticipants=false')).toMatchObject(
      error(500, 'Internal Server Error', 'Connection Closed'),
    );
  });

  it('validates word for word', async () => {
    const link = encodeURIComponent(`https://chat.whatsapp.com/${codeOf('VIP Launch List')}`);
    expect(await get(`/group/inviteInfo/demo?inviteCode=${link}`)).toMatchObject(
      error(400, 'Bad Request', [
        { property: 'inviteCode', message: 'inviteCode does not match pattern "^[a-zA-Z0-9]{22}$"' },
      ]),
    );
    expect(await get('/group/inviteCode/demo')).toMatchObject(
      error(400, 'Bad Request', ['The group id needs to be informed in the query', 'ex: "groupJid=120362@g.us"']),
    );
    expect(await post('/message/sendText/demo', { number: vip })).toMatchObject(
      error(400, 'Bad Request', [['instance requires property "text"']]),
    );
    expect(await post('/group/revokeInviteCode/demo', '{groupJid')).toMatchObject({
      status: 400,
      body: { error: 'Internal Server Error' },
    });
    expect(await get('/group/nothing/demo?a=b')).toMatchObject(
      error(404, 'Not Found', ['Cannot GET /group/nothing/demo?a=b']),
    );
  });

  it('answers as if all were well where WhatsApp stays silent', async () => {
    const code = codeOf('VIP Launch List');
    await choose('evolution', { whatsapp: 'silent' });
    expect((await invite('VIP Launch List')).body).toEqual({ inviteUrl: 'https://chat.whatsapp.com/undefined' });
    expect((await get('/group/fetchAllGroups/demo?getParticipants=true')).body).toEqual([]);
    const stranger = codeOf('Garden Swap Toulouse');
    expect((await get(`/group/acceptInviteCode/demo?inviteCode=${stranger}`)).body).toEqual({ accepted: true });
    const retire = () => post('/group/revokeInviteCode/demo', { groupJid: vip });
    expect(await retire()).toMatchObject({ status: 201, text: '{"revoked":true}' });
    expect(codeOf('VIP Launch List')).toBe(code);
    await choose('evolution', { whatsapp: 'silent-acts' });
    expect(await retire()).toMatchObject({ status: 201, text: '{"revoked":true}' });
    expect(codeOf('VIP Launch List')).not.toBe(code);
  });

  it('turns away whoever is not on its list of origins, before it looks at anything', async () => {
    await choose('evolution', { origins: 'listed' });
    const refused = error(500, 'Internal Server Error', 'Not allowed by CORS');
    expect(await get('/instance/connectionState/nobody')).toMatchObject(refused);
    expect(await get('/no/such/route', { origin: 'chrome-extension://abc' })).toMatchObject(refused);
    expect(await get('/instance/connectionState/demo', { origin: 'https://manager.example' })).toMatchObject({
      status: 200,
    });
  });

  it('knows instances that are not connected, and one that is not loaded', async () => {
    const state = async () => (await get('/instance/connectionState/demo')).body;
    world.setStatus('demo', 'SCAN_QR_CODE');
    expect(await state()).toEqual({ instance: { instanceName: 'demo', state: 'connecting' } });
    world.setStatus('demo', 'FAILED');
    expect(await state()).toEqual({ instance: { instanceName: 'demo', state: 'refused' } });
    await choose('evolution', { instance: 'unloaded' });
    expect(await state()).toEqual({ instance: { instanceName: 'demo' } });
    expect(await invite('VIP Launch List')).toMatchObject(
      error(500, 'Internal Server Error', "Cannot read properties of undefined (reading 'inviteCode')"),
    );
  });

  it('welcomes, and has a manager for people', async () => {
    expect(await told('/evolution/')).toMatchObject({ status: 200, body: { version: '2.3.6' } });
    expect(await told('/evolution/manager')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  });
});
