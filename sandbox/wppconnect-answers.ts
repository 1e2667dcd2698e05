import { type Answer, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import { accounts, type Group, isAdmin, peopleOf } from './group.ts';
import { linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';
import { Refusal } from './refusal.ts';
import type { WppconnectPicks } from './wppconnect.ts';
import { Said, Thrown } from './wppconnect-errors.ts';
import { chatOf, contactOf, gid, groupInfoOf, inviteOf, personId } from './wppconnect-shapes.ts';

type Say = Record<
  | 'status'
  | 'connection'
  | 'number'
  | 'groups'
  | 'chats'
  | 'info'
  | 'chat'
  | 'members'
  | 'admins'
  | 'picture'
  | 'code'
  | 'revoke'
  | 'probe'
  | 'join'
  | 'leave'
  | 'send',
  Route['answer']
>;

/** What the server answers when all is well, under one set of picks. */
export function wppconnectAnswers(picks: WppconnectPicks): Say {
  return {
    status,
    connection: ({ world, account }) =>
      world.status(account) === 'WORKING'
        ? json({ status: true, message: 'Connected' })
        : json({ status: false, message: 'Disconnected' }),
    number: ({ account }) => success(`${accounts[account]?.phone}@c.us`, 'device'),
    groups: ({ world, account }) => success(world.groupsOf(account).map((group) => chatOf(group, picks))),
    chats: (ask) => json(chosen(ask).map((group) => chatOf(group, picks))),
    info: (ask) => success(groupInfoOf(local(ask))),
    chat: (ask) => json(ask.call.query.get('isGroup') === 'true' && held(ask) ? chatOf(local(ask), picks) : false),
    members: (ask) => success(peopleOf(local(ask)).map((person) => contactOf(person))),
    admins: (ask) =>
      success([
        peopleOf(local(ask))
          .filter(({ role }) => isAdmin(role))
          .map(personId),
      ]),
    picture: (ask) => success(picture(ask)),
    code: (ask) => success(linkOf(asPage(ask, () => ask.world.readCode(ask.account, idIn(ask))))),
    revoke: (ask) =>
      json({ status: 'Success', response: linkOf(asPage(ask, () => ask.world.revoke(ask.account, idIn(ask)))) }),
    probe: ({ world, call }) => success(inviteOf(world.probe(bare(call.body?.invitecode)))),
    join: (ask) => joined(ask, picks),
    leave(ask) {
      const group = String(ask.call.body?.groupId ?? '');
      ask.world.leave(ask.account, jid(group));
      return success({ messages: 'Você saiu do grupo com sucesso', group });
    },
    send,
  };
}

export function asleep(): Said {
  return new Said(404, {
    response: null,
    status: 'Disconnected',
    message: 'A sessão do WhatsApp não está ativa.',
  });
}

const success = (response: unknown, mapper?: string): Answer =>
  json({ status: 'success', response, ...(mapper && { mapper }) });

const words: Readonly<Record<string, string>> = {
  WORKING: 'CONNECTED',
  SCAN_QR_CODE: 'QRCODE',
  STARTING: 'INITIALIZING',
};

function status({ world, account }: Ask): Answer {
  const word = words[world.status(account)];
  if (!word) return json({ status: 'CLOSED', qrcode: null });
  const urlcode = word === 'QRCODE' ? '2@scan-me' : '';
  return json({
    status: word,
    qrcode: urlcode ? 'data:image/png;base64,iVBORw0KGgo=' : null,
    urlcode,
    version: '2.10.4',
  });
}

/** Half an id is enough for the server: it puts the other half behind it. */
const jid = (id: string): string => `${id.split('@')[0]}@g.us`;
const idIn = ({ params }: Ask): string => jid(params.id ?? '');

function held(ask: Ask): Group | undefined {
  return ask.world.groupsOf(ask.account).find(({ id }) => id === idIn(ask));
}

/** The page only knows the chats it holds: a group that one is not in looks like one that does not exist. */
function local(ask: Ask): Group {
  const group = held(ask);
  if (!group) throw new Thrown({ code: 'chat_not_found', id: idIn(ask) });
  return group;
}

/** The page looks itself whether one may, and says so in words of its own; what else WhatsApp refuses comes through. */
function asPage<Result>(ask: Ask, deed: () => Result): Result {
  try {
    return deed();
  } catch (refused) {
    if (refused instanceof Refusal && !isAdmin(local(ask).roles[ask.account])) {
      throw new Thrown({ code: 'group_you_are_not_admin' });
    }
    throw refused;
  }
}

/** The chats from a given one on, that one included. */
function chosen({ world, account, call: { body } }: Ask): Group[] {
  const groups = world.groupsOf(account);
  const from = Math.max(
    0,
    groups.findIndex(({ id }) => id === body?.id),
  );
  const count = typeof body?.count === 'number' ? body.count : groups.length;
  return body?.direction === 'before'
    ? groups.slice(Math.max(0, from - count), from)
    : groups.slice(from, from + count);
}

function picture(ask: Ask): unknown {
  const group = local(ask);
  const address = pictureAddress(group, ask.call.origin);
  const tag = group.codes.length.toString();
  if (!address) return { eurl: null, id: gid(group.id), tag: '' };
  return { eurl: address, id: gid(group.id), img: address, imgFull: address, raw: null, tag };
}

/** What the server takes off a link; whatever stands behind the code stays. */
function bare(text: unknown): string {
  return ['chat.whatsapp.com/', 'invite/', 'https://', 'http://'].reduce(
    (left, part) => left.replace(part, ''),
    String(text ?? ''),
  );
}

/** The reply does not say which group it was. */
function joined({ world, account, call: { body } }: Ask, picks: WppconnectPicks): Answer {
  if (!body?.inviteCode) throw new Said(400, { message: 'Invitation Code is required' });
  const { pending } = world.join(account, bare(body.inviteCode));
  if (pending && picks.pending === 'thrown') throw new Thrown();
  const message = 'The informed contact(s) entered the group successfully';
  return json({ status: 'success', response: { message, contact: body.inviteCode } }, 201);
}

/** Without `isGroup` the digits are taken for somebody's number. */
function send({ world, account, call: { body } }: Ask): Answer {
  const phone = String(body?.phone ?? '');
  const [digits] = phone.split('@');
  if (body?.isGroup !== true) {
    throw new Said(400, { response: null, status: 'Connected', message: `O número ${digits} não existe.` });
  }
  const { id, at } = world.send(account, jid(phone), String(body.message ?? ''));
  const message = {
    id: `true_${jid(phone)}_${id}`,
    body: body.message,
    type: 'chat',
    t: Math.floor(at / 1000),
    ack: 1,
  };
  return json({ status: 'success', response: [message], mapper: 'return' }, 201);
}
