import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, verbs } from '../../tests/asked';
import { aGroup, type Wire } from '../../tests/hostile-answers';
import { openedAt } from '../../tests/opened-at';
import { answering } from '../../tests/stand-in-network';
import { asTrouble, Trouble } from '../trouble';
import { gowa } from './gowa';

afterEach(() => vi.unstubAllGlobals());

const said = (status: number, body: unknown): Wire => ({
  ...{ status, headers: {}, how: 'whole', body: typeof body === 'string' ? body : JSON.stringify(body) },
});
const good = (results: unknown) => said(200, { code: 'SUCCESS', message: 'ok', results });
const kindOf = async (asked: Promise<unknown>) => asTrouble(await asked.catch((caught: unknown) => caught)).kind;
const open = (fields = {}, password = 'gowa-demo-password') => openedAt(gowa, { fields, secrets: { password } });
const up = good({ is_connected: true, is_logged_in: true, device_id: 'one' });

describe('GOWA', () => {
  it('sends a name and a password together, a device by its id, and neither where there is none', async () => {
    const sent = answering([good({ is_connected: false })]);
    await open({ user: 'léa', device: 'phone one' }, 'pass:wörd').session();
    await open({ user: 'léa', device: 'téléphone' }, '').session();
    await open({ user: '', device: '' }, '').session();
    const headers = sent.map(({ init }) => Object.fromEntries(new Headers(init.headers)));
    const coded = Buffer.from('léa:pass:wörd').toString('base64');
    expect(headers).toEqual([
      { accept: 'application/json', authorization: `Basic ${coded}`, 'x-device-id': 'phone one' },
      { accept: 'application/json', 'x-device-id': 't%C3%A9l%C3%A9phone' },
      { accept: 'application/json' },
    ]);
  });

  it.each(['abcd', 'pass1', 'geheim9', 'long-enough-to-be-known'])(
    'lets nobody see its header again: %s',
    async (password) => {
      const coded = Buffer.from(`demo:${password}`).toString('base64');
      for (const verb of verbs) {
        answering([said(500, { message: `Basic ${coded} is no header`, error: encodeURIComponent(coded) })]);
        const heard: string[] = [];
        const gateway = openedAt(gowa, { secrets: { password }, heard: ({ text }) => heard.push(text) });
        const ended = await asked[verb](gateway).catch((caught: unknown) => caught);
        const shown = JSON.stringify([ended instanceof Trouble ? ended.facts : ended, heard]);
        expect([verb, shown]).not.toEqual([verb, expect.stringContaining(coded.slice(0, -2))]);
      }
    },
  );

  it('tells a wrong password from a device that is not connected, though both were a 401 once', async () => {
    const lost = 'you are not connect to services server, please reconnect';
    const cases: readonly (readonly [Wire, string])[] = [
      [said(401, 'Unauthorized'), 'key-refused'],
      [said(401, { code: 'AUTHENTICATION_ERROR', message: lost, results: null }), 'session-down'],
      [said(401, { code: 'AUTHENTICATION_ERROR', message: 'you are not logged in', results: null }), 'session-down'],
      [said(503, { code: 'SERVICE_UNAVAILABLE', message: lost, results: null }), 'session-down'],
      [
        said(400, { code: 'DEVICE_ID_REQUIRED', message: 'device_id is required via X-Device-Id header' }),
        'no-session',
      ],
    ];
    for (const [wire, kind] of cases) {
      answering([wire]);
      expect(await kindOf(open().invite(aGroup))).toBe(kind);
    }
  });

  it('knows its own number among several devices by the id alone', async () => {
    const devices = [
      { name: 'One', device: 'one', jid: '111:4@s.whatsapp.net' },
      { name: 'Two', device: 'two', jid: '222:4@s.whatsapp.net' },
    ];
    answering([up, good(devices)]);
    expect(await open({ device: 'two' }).session()).toMatchObject({ me: ['222@c.us'], name: 'Two' });
    expect(await open({ device: '' }).session()).toMatchObject({ me: ['111@c.us'], name: 'One' });
    answering([good({ is_connected: true, is_logged_in: true }), good(devices)]);
    expect(await open({ device: '' }).session()).toEqual({ working: true, state: 'connected', me: [] });
    answering([up, said(500, {})]);
    expect(await open().session()).toEqual({ working: true, state: 'connected', me: [] });
  });

  it('is not connected until both flags say so', async () => {
    answering([good({ is_connected: true, is_logged_in: false })]);
    expect(await open().session()).toMatchObject({ working: false, state: 'not logged in' });
    answering([good({ status: 'fine' })]);
    expect(await kindOf(open().session())).toBe('not-a-gateway');
  });

  it('takes null for a list without groups, and nothing else', async () => {
    answering([good({ data: null })]);
    expect(await open().groups()).toEqual([]);
    answering([good(null)]);
    expect(await kindOf(open().groups())).toBe('not-a-gateway');
  });

  it('has no picture where there is none, or none for us', async () => {
    for (const [status, code] of [
      [404, 'AVATAR_NOT_SET'],
      [403, 'AVATAR_HIDDEN'],
    ] as const) {
      answering([said(status, { code, message: 'x', results: null })]);
      expect(await open().picture(aGroup)).toBeUndefined();
    }
    answering([said(500, { code: 'INTERNAL_SERVER_ERROR', message: 'boom', results: null })]);
    expect(await kindOf(open().picture(aGroup))).toBe('gateway-failed');
  });
});
