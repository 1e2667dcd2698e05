import { type Answer, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import type { GowaPicks } from './gowa.ts';
import { Said } from './gowa-errors.ts';
import { infoOf, inviteOf, participantsOf } from './gowa-shapes.ts';
import { accounts, type Group } from './group.ts';
import { linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';

type Say = Record<
  'status' | 'devices' | 'groups' | 'avatar' | 'info' | 'participants' | 'link' | 'probe' | 'join' | 'leave' | 'send',
  Route['answer']
>;

/** What the server answers when all is well, under one set of picks. */
export function gowaAnswers(picks: GowaPicks): Say {
  return {
    status: (ask) => status(ask, picks),
    devices: (ask) => success('Fetch device success', devices(ask, picks)),
    groups: ({ world, account }) =>
      success('Success get list groups', { data: world.groupsOf(account).map((group) => infoOf(group, picks)) }),
    avatar: (ask) => success('Success get avatar', avatar(ask, picks)),
    info: (ask) => success('Success get group info', infoOf(groupIn(ask), picks)),
    participants: (ask) => success('Success getting group participants', participantsOf(groupIn(ask), picks)),
    link,
    probe: ({ world, call: { query } }) =>
      success('Success get group info from link', inviteOf(world.probe(codeOf(query.get('link'))))),
    join({ world, account, call: { body } }) {
      const { group } = world.join(account, codeOf(body?.link));
      return success('Success joined group', { group_id: group.id });
    },
    leave(ask) {
      ask.world.leave(ask.account, needed(ask.call.body?.group_id, 'group_id'));
      return success('Success leave group', null);
    },
    send,
  };
}

/** Older builds have a 401 for it; it was in nobody's password. */
export function notConnected({ version }: GowaPicks): Said {
  const sentence = 'you are not connect to services server, please reconnect';
  return version === 'single'
    ? new Said(401, 'AUTHENTICATION_ERROR', sentence)
    : new Said(503, 'SERVICE_UNAVAILABLE', sentence);
}

const success = (message: string, results: unknown): Answer => json({ code: 'SUCCESS', message, results });

const deviceOf = (account: string) => `${accounts[account]?.phone}:12@s.whatsapp.net`;

function status({ world, account }: Ask, { version }: GowaPicks): Answer {
  const is = world.status(account) === 'WORKING';
  const id = version === 'devices' ? account : is ? deviceOf(account) : '';
  return success('Connection status retrieved', { is_connected: is, is_logged_in: is, device_id: id });
}

function devices({ account }: Ask, { version }: GowaPicks): unknown {
  if (version === 'single') {
    return [{ name: accounts[account]?.name, device: `${accounts[account]?.phone}.0:12@s.whatsapp.net` }];
  }
  return Object.entries(accounts).map(([device, { name }]) => ({ name, device, jid: deviceOf(device) }));
}

const groupIn = ({ world, account, call }: Ask): Group =>
  world.info(account, needed(call.query.get('group_id'), 'group_id'));

function needed(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Said(400, 'VALIDATION_ERROR', `${name}: cannot be blank.`);
}

/** Reads the link, or resets it: one GET for both. */
function link({ world, account, call: { query } }: Ask): Answer {
  const id = needed(query.get('group_id'), 'group_id');
  const code = query.get('reset') === 'true' ? world.revoke(account, id) : world.readCode(account, id);
  return success('Success get group invite link', { invite_link: linkOf(code), group_id: id });
}

/** whatsmeow takes this off a link, and nothing else. */
function codeOf(value: unknown): string {
  return needed(value, 'link').replace(/^https:\/\/chat\.whatsapp\.com\//, '');
}

function avatar({ world, account, call }: Ask, { version }: GowaPicks): unknown {
  const group = world.info(account, needed(call.query.get('phone'), 'phone'));
  const url = pictureAddress(group, call.origin);
  if (url) return { url, id: '1635239861', type: 'image' };
  if (version === 'single') throw new Said(500, 'INTERNAL_SERVER_ERROR', 'no avatar found');
  throw new Said(404, 'AVATAR_NOT_SET', 'that user or group does not have a profile picture');
}

function send({ world, account, call: { body } }: Ask): Answer {
  const to = needed(body?.phone, 'phone');
  const { id } = world.send(account, to, needed(body?.message, 'message'));
  return success(`Message sent to ${to} (server timestamp: now)`, { message_id: id, status: `Message sent to ${to}` });
}
