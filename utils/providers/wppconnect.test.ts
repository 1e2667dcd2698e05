import { afterEach, describe, expect, it, vi } from 'vitest';
import { askedCode } from '../../tests/asked';
import { aGroup, anInvite, type Wire } from '../../tests/hostile-answers';
import { openedAt } from '../../tests/opened-at';
import { answering } from '../../tests/stand-in-network';
import { asTrouble } from '../trouble';
import { wppconnect } from './wppconnect';

afterEach(() => vi.unstubAllGlobals());

const said = (status: number, body: unknown): Wire => ({
  ...{ status, headers: {}, how: 'whole', body: typeof body === 'string' ? body : JSON.stringify(body) },
});
const kindOf = async (asked: Promise<unknown>) => asTrouble(await asked.catch((caught: unknown) => caught)).kind;

/** What a server says that speaks to WhatsApp over a socket instead of a browser: Baileys, in the same envelope. */
const socket = {
  groups: [{ id: { _serialized: aGroup }, name: 'Club', groupMetadata: { id: aGroup, subject: 'Club', size: 3 } }],
  refused: { data: 401, isBoom: true, isServer: true, output: { statusCode: 401 }, level: 'error' },
  unsupported: 'Route "POST /api/:session/group-info-from-invite-link" is not supported by provider "baileys".',
};

describe('WPPConnect Server', () => {
  it('takes a token that was copied with its session before it', async () => {
    const sent = answering([said(200, { status: 'CLOSED', qrcode: null })]);
    await openedAt(wppconnect, { secrets: { token: 'demo:$2b$10$hash' } }).session();
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer $2b$10$hash');
  });

  it('asks no other way about a group while the session is down, and another only where there is no such route', async () => {
    const asleep = { response: null, status: 'Disconnected', message: 'A sessão do WhatsApp não está ativa.' };
    answering([said(404, asleep)]);
    expect(await kindOf(openedAt(wppconnect).group(aGroup))).toBe('session-down');
    const habits = new Map<string, string>();
    const noRoute = said(404, '<!DOCTYPE html>\n<pre>Cannot GET /api/demo/group-info/1</pre>');
    const sent = answering([noRoute, said(200, { id: aGroup, groupMetadata: { subject: 'Club' } })]);
    expect(await openedAt(wppconnect, { habits }).group(aGroup)).toMatchObject({ id: aGroup, name: 'Club' });
    expect(sent[1]?.url).toContain(`/api/demo/chat-by-id/${encodeURIComponent(aGroup)}?isGroup=true`);
    expect(habits.get('group')).toBe('chat');
  });

  it('gives no verdict on a link whose query failed, whatever the page calls that', async () => {
    for (const error of [{ code: 'invalid_invite_code' }, { message: 'Invalid Invite Code' }, { level: 'error' }]) {
      answering([said(500, { status: 'error', message: 'Error on get group info from invite link', error })]);
      expect(['link-unknown', 'gateway-failed']).toContain(await kindOf(openedAt(wppconnect).probe(askedCode)));
    }
  });

  it('says no more than "it failed" where a server keeps the cause to itself', async () => {
    answering([said(500, { status: 'error', message: 'Error on get group invite link' })]);
    expect(await kindOf(openedAt(wppconnect).invite(aGroup))).toBe('gateway-failed');
    answering([said(400, { status: 'error', message: 'Error on revoke group invite link' })]);
    expect(await kindOf(openedAt(wppconnect).revoke(aGroup))).toBe('refused');
  });

  it('reads a server without a browser', async () => {
    answering([said(200, { status: 'success', response: socket.groups })]);
    expect(await openedAt(wppconnect).groups()).toEqual([
      { id: aGroup, name: 'Club', size: { count: 3, atLeast: false } },
    ]);
    answering([said(200, { status: 'Success', response: anInvite })]);
    expect(await openedAt(wppconnect).revoke(aGroup)).toBe(anInvite);
    answering([said(500, { status: 'error', message: 'Error on get group invite link', error: socket.refused })]);
    expect(await kindOf(openedAt(wppconnect).invite(aGroup))).toBe('not-admin');
    answering([said(501, { status: 'not_supported', provider: 'baileys', message: socket.unsupported })]);
    expect(await kindOf(openedAt(wppconnect).probe(askedCode))).toBe('lacks');
  });
});
