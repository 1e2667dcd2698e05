import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, idOf, told } = visitor(sandbox);
const { world } = sandbox;
const headers = { authorization: 'Bearer wppconnect-demo-token', 'content-type': 'application/json' };

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

const get = (path: string) => told(`/wppconnect/api/demo/${path}`, { headers });
const post = (path: string, body: unknown) =>
  told(`/wppconnect/api/demo/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
const error = (status: number, message: string, error: unknown) => ({
  status,
  body: { status: 'error', message, error },
});

describe('WPPConnect Server', () => {
  it('knows no session without its token', async () => {
    const missing = { message: 'Token is not present. Check your header and try again' };
    expect(await told('/wppconnect/api/demo/status-session')).toMatchObject({ status: 401, body: missing });
    const wrong = { error: 'Check that the Session and Token are correct' };
    expect(await told('/wppconnect/api/big/status-session', { headers })).toMatchObject({ status: 401, body: wrong });
  });

  it('answers everything but the state with a 404 while WhatsApp is not connected', async () => {
    world.setStatus('demo', 'SCAN_QR_CODE');
    expect((await get('status-session')).body).toMatchObject({ status: 'QRCODE' });
    const down = { response: null, status: 'Disconnected', message: 'A sessão do WhatsApp não está ativa.' };
    expect(await get('all-groups')).toMatchObject({ status: 404, body: down });
  });

  it('retires a link by a GET, takes half an id, and says in its own words who may not', async () => {
    const [half] = idOf('VIP Launch List').split('@');
    const { body } = await get(`group-revoke-link/${half}`);
    expect(body).toEqual({ status: 'Success', response: `https://chat.whatsapp.com/${codeOf('VIP Launch List')}` });
    const no = { code: 'group_you_are_not_admin', level: 'error' };
    const member = idOf('Newsletter Readers');
    expect(await get(`group-revoke-link/${member}`)).toMatchObject(error(400, 'Error on revoke group invite link', no));
    const unknown = { code: 'chat_not_found', id: idOf('Garden Swap Toulouse'), level: 'error' };
    expect(await get(`group-invite-link/${idOf('Garden Swap Toulouse')}`)).toMatchObject(
      error(500, 'Error on get group invite link', unknown),
    );
  });

  it('passes the number of a refusal on, but of a probe only that it failed', async () => {
    const past = world.find('Garden Swap Toulouse').codes[0]?.code;
    const gone = { name: 'ServerStatusCodeError', status: 410, statusCode: 410, level: 'error' };
    expect(await post('join-code', { inviteCode: past })).toMatchObject(
      error(500, 'The informed contact(s) did not join the group successfully', gone),
    );
    expect(await post('group-info-from-invite-link', { invitecode: past })).toMatchObject(
      error(500, 'Error on get group info from invite link', { code: 'invalid_invite_code', level: 'error' }),
    );
    await choose('wppconnect', { errors: 'kept' });
    expect((await post('join-code', { inviteCode: past })).body).not.toHaveProperty('error');
  });

  it('cuts the list by a chat, which is in the next page again', async () => {
    const first = (await post('list-chats', { onlyGroups: true, count: 3 })).body as { id: { _serialized: string } }[];
    const ids = first.map(({ id }) => id._serialized);
    const next = (await post('list-chats', { onlyGroups: true, count: 3, id: ids[2] })).body as typeof first;
    expect(next[0]?.id._serialized).toBe(ids[2]);
    expect(next).toHaveLength(3);
  });

  it('sends to a group only where it is told that it is one', async () => {
    const phone = idOf('VIP Launch List');
    expect(await post('send-message', { phone, message: 'hi' })).toMatchObject({ status: 400 });
    expect(await post('send-message', { phone, isGroup: true, message: 'hi' })).toMatchObject({ status: 201 });
    expect(world.sent()).toMatchObject([{ to: phone, text: 'hi' }]);
  });

  it('has a page of HTML for a path that it does not know', async () => {
    await choose('wppconnect', { groupInfo: 'absent' });
    const answer = await get(`group-info/${idOf('VIP Launch List')}`);
    expect(answer).toMatchObject({
      status: 404,
      text: expect.stringContaining('<pre>Cannot GET /api/demo/group-info/'),
    });
  });
});
