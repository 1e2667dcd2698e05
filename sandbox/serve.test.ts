import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './serve.ts';
import { visitor } from './visitor.ts';

const sandbox = await startSandbox();
const { choose, codeOf, desk, wasendGet, wawpGet, wawpPost } = visitor(sandbox);
const vip = sandbox.world.find('VIP Launch List').id;

beforeEach(() => desk('POST', 'reset'));
afterAll(() => sandbox.close());

describe('the desk', () => {
  it('writes requests down without their credentials', async () => {
    await wawpGet(`groups/${vip}/invite-code`);
    await wawpPost('groups/join', { code: 'x' });
    await wasendGet('demo/groups/count');
    const log = await desk('GET', 'requests');
    expect(log).toMatchObject([
      { make: 'wawp', verb: 'code', credentials: ['query'] },
      { make: 'wawp', verb: 'join', credentials: ['body'], body: { code: 'x' }, status: 500 },
      { make: 'wasend', verb: 'count', credentials: ['header'] },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/token|key|K3PWAWPDEMO1/);
  });

  it('lets things happen on phones', async () => {
    const old = codeOf('VIP Launch List');
    await desk('POST', 'world', { act: 'revoke', group: vip });
    expect(codeOf('VIP Launch List')).not.toBe(old);
    await desk('POST', 'world', { act: 'role', group: vip, role: 'participant' });
    expect(await wasendGet(`demo/groups/${vip}/invite-code`)).toMatchObject({ status: 403 });
    await desk('POST', 'world', { act: 'session', status: 'SCAN_QR_CODE' });
    expect(await wawpPost('session/info')).toMatchObject({
      body: { status: 'SCAN_QR_CODE', me: null, qr: expect.any(String) },
    });
    expect(await wawpGet('groups')).toMatchObject({ status: 404, body: { code: 'invalid_session' } });
    expect(await wasendGet('demo/groups')).toMatchObject({ status: 422 });
  });

  it('refuses misspelt orders', async () => {
    await expect(desk('POST', 'faults', { fault: 'slwo' })).rejects.toThrow('No such fault');
    await expect(desk('POST', 'faults', { fault: 'slow', verb: 'reed' })).rejects.toThrow('No such verb');
    await expect(choose('wawp', { engine: 'STEAM' })).rejects.toThrow('No such choice');
  });
});
