import { type Answer, bare, empty, Failure, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import { accounts, type Group } from './group.ts';
import { codeIn, linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';
import type { WasendPicks } from './wasend.ts';
import {
  wasendAccount,
  wasendGroup,
  wasendInvite,
  wasendJoined,
  wasendList,
  wasendPeople,
  wasendSession,
} from './wasend-shapes.ts';

type Say = Record<
  | 'sessions'
  | 'session'
  | 'account'
  | 'send'
  | 'list'
  | 'count'
  | 'probe'
  | 'join'
  | 'info'
  | 'participants'
  | 'picture'
  | 'code'
  | 'revoke'
  | 'leave'
  | 'link'
  | 'revokeLink',
  Route['answer']
>;

/** What Wasend answers when all is well, under one set of picks. */
export function wasendAnswers(picks: WasendPicks): Say {
  return {
    sessions: (ask) => json([wasendSession(ask, { ...picks, session: 'downstream' })]),
    session: (ask) => json(wasendSession(ask, picks)),
    account: ({ account }) => json(wasendAccount(account)),
    send,
    list: (ask) => json(wasendList(ask, picks)),
    count: ({ world, account }) => json({ total: world.groupsOf(account).length }),
    probe: ({ world, call }) => json(wasendInvite(world.probe(codeIn(text(call.query.get('code'), 'code'))), picks)),
    join: (ask) => json(wasendJoined(joined(ask, picks), ask, picks)),
    info: (ask) => json(wasendGroup(groupIn(ask), picks)),
    participants: (ask) => json(wasendPeople(groupIn(ask), picks)),
    picture: (ask) => json({ url: pictureAddress(groupIn(ask), ask.call.origin) }),
    code: (ask) => issued(code(ask), picks),
    revoke: (ask) => issued(revoked(ask, picks), picks),
    leave: (ask) => left(ask, picks),
    link: (ask) => linked(code(ask)),
    revokeLink: (ask) => linked(revoked(ask, picks)),
  };
}

/** Group calls and sends want the session connected. */
export function awake({ world, account }: Ask): void {
  if (world.status(account) === 'WORKING') return;
  throw new Failure(422, 'session_status', 'Session status is not as expected. Try again later or restart the session');
}

const groupIn = ({ world, account, params }: Ask): Group => world.info(account, params.id ?? '');
const code = ({ world, account, params }: Ask): string => world.readCode(account, params.id ?? '');
const linked = (of: string): Answer => json({ success: true, inviteLink: linkOf(of), expiresAt: null });

function revoked(ask: Ask, picks: WasendPicks): string {
  return picks.rotates === 'yes' ? ask.world.revoke(ask.account, ask.params.id ?? '') : code(ask);
}

/** whatsmeow cannot tell "joined" from "asked to join", so neither can this answer. */
function joined({ world, account, call: { body } }: Ask, picks: WasendPicks): Group {
  const documented = body?.inviteCode ?? body?.inviteLink;
  const sent = { code: body?.code, inviteCode: documented, either: body?.code ?? documented }[picks.joinField];
  return world.join(account, codeIn(text(sent, picks.joinField === 'code' ? 'code' : 'inviteCode'))).group;
}

function left({ world, account, params }: Ask, picks: WasendPicks): Answer {
  world.leave(account, params.id ?? '');
  return picks.leave === 'documented' ? json({ success: true, message: 'Left the group' }) : empty();
}

function send(ask: Ask): Answer {
  const { body } = ask.call;
  if (text(body?.session, 'session') !== ask.account) throw new Failure(404, 'not_found', 'Session not found');
  awake(ask);
  const to = text(body?.to, 'to');
  const content = text(body?.text, 'text');
  const { id, at } = ask.world.send(ask.account, to, content);
  const timestamp = new Date(at).toISOString();
  return json({
    id,
    to,
    content,
    type: 'text',
    timestamp,
    status: 'sent',
    fromMe: true,
    sender: `${accounts[ask.account]?.phone}@s.whatsapp.net`,
    recipient: to,
  });
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Failure(400, 'bad_request', `${name} is required`);
}

function issued(inviteCode: string, picks: WasendPicks): Answer {
  const shapes: Record<WasendPicks['code'], () => Answer> = {
    object: () => json({ success: true, inviteCode }),
    string: () => bare(inviteCode),
    quoted: () => json(inviteCode),
    url: () => bare(linkOf(inviteCode)),
  };
  return shapes[picks.code]();
}
