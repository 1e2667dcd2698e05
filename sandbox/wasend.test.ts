import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, idOf, told, wasendGet, wasendPost } = visitor(sandbox);
const vip = sandbox.world.find('VIP Launch List').id;

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

describe('Wasend', () => {
  it('gives a code, retires it, or hands the old one back', async () => {
    const path = `demo/groups/${vip}/invite-code`;
    expect(await wasendGet(path)).toMatchObject({ body: { success: true, inviteCode: codeOf('VIP Launch List') } });
    const old = codeOf('VIP Launch List');
    expect((await wasendPost(`${path}/revoke`)).body).not.toMatchObject({ inviteCode: old });
    await choose('wasend', { rotates: 'no', code: 'string' });
    expect(await wasendPost(`${path}/revoke`)).toMatchObject({
      text: codeOf('VIP Launch List'),
      type: 'text/html; charset=utf-8',
    });
  });

  it('opens one session to one key', async () => {
    expect(await told('/wasend/demo/groups')).toMatchObject({ status: 401, body: { success: false } });
    expect(await wasendGet('big/groups')).toMatchObject({ status: 404, body: { error: 'Session not found' } });
    expect(await wasendGet('sessions/demo')).toMatchObject({ body: { sessionName: 'demo', status: 'CONNECTED' } });
    await choose('wasend', { session: 'downstream' });
    expect(await wasendGet('sessions/demo')).toMatchObject({ body: { downstream: { status: 'WORKING' } } });
  });

  it('pages honestly', async () => {
    const big = { headers: { authorization: 'Bearer wasend-big-key' } };
    const seen = new Set<string>();
    for (let offset = 0, more = true; more; offset += 100) {
      const { body } = await told(`/wasend/big/groups?limit=5000&offset=${offset}&exclude=participants`, big);
      const page = body as {
        groups: { jid: string }[];
        pagination: { total: number; limit: number; hasMore: boolean };
      };
      expect(page.pagination).toMatchObject({ total: 10_000, limit: 100 });
      for (const { jid } of page.groups) seen.add(jid);
      more = page.pagination.hasMore;
    }
    expect(seen.size).toBe(10_000);
    expect((await told('/wasend/big/groups', big)).body).toMatchObject({ pagination: { limit: 50, offset: 0 } });
  });

  it('probes, joins, sends and leaves', async () => {
    const code = codeOf('Garden Swap Toulouse');
    const group = idOf('Garden Swap Toulouse');
    expect(await wasendGet(`demo/groups/join-info?code=${code}`)).toMatchObject({
      body: { success: true, data: { jid: group, participantsCount: 88, participants: [{}] } },
    });
    await choose('wasend', { joinField: 'code' });
    expect(await wasendPost('demo/groups/join', { inviteCode: code })).toMatchObject({ status: 400 });
    await choose('wasend', { joinField: 'either' });
    expect(await wasendPost('demo/groups/join', { inviteCode: code })).toMatchObject({
      body: { group: { participantsCount: 89 } },
    });
    expect(await wasendPost('sendText', { session: 'demo', to: group, text: 'hello' })).toMatchObject({
      body: { content: 'hello' },
    });
    expect(await wasendPost(`demo/groups/${group}/leave`)).toMatchObject({ body: { success: true } });
    expect(await wasendPost(`demo/groups/${group}/leave`)).toMatchObject({ status: 403 });
  });

  it('answers a pending join like a joined one', async () => {
    const code = codeOf('Private Tasting');
    expect(await wasendPost('demo/groups/join', { code })).toMatchObject({
      status: 200,
      body: { group: { participantsCount: 40 } },
    });
    expect(sandbox.world.find('Private Tasting').pending).toEqual(['demo']);
  });

  it('refuses with the documented statuses', async () => {
    const code = (name: string) => wasendGet(`demo/groups/${idOf(name)}/invite-code`);
    expect(await code('Newsletter Readers')).toMatchObject({ status: 403, body: { success: false } });
    expect(await wasendGet('demo/groups/1@g.us')).toMatchObject({ status: 404 });
    expect(await wasendGet('demo/groups/join-info?code=nothing')).toMatchObject({ status: 400 });
    await choose('wasend', { refusals: 'upstream', errors: 'message' });
    expect(await code('Newsletter Readers')).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('permission') },
    });
  });
});
