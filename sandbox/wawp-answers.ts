import { type Answer, bare, empty, Failure, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import { engines } from './engines.ts';
import { accounts, type Group, peopleOf } from './group.ts';
import { codeIn, linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';
import { listed } from './waha-list.ts';
import type { WawpPicks } from './wawp.ts';

type Say = Record<
  | 'session'
  | 'me'
  | 'limits'
  | 'list'
  | 'count'
  | 'refresh'
  | 'probe'
  | 'join'
  | 'detail'
  | 'info'
  | 'participants'
  | 'picture'
  | 'code'
  | 'revoke'
  | 'leave'
  | 'send',
  Route['answer']
>;

/** What Wawp answers when all is well, under one set of picks. */
export function wawpAnswers(picks: WawpPicks): Say {
  const engine = engines[picks.engine];
  const groupIn = ({ world, account, params }: Ask) => world.info(account, params.id ?? '');
  const info = (group: Group) => json(engine.group(group, peopleOf(group)));
  return {
    session,
    me: ({ account }) => json(meOf(account)),
    limits: () => json(limits),
    list({ world, account, call }) {
      const query = picks.listQuery === 'honoured' ? call.query : new URLSearchParams();
      return json(listed(engine, world.groupsOf(account), query));
    },
    count: ({ world, account }) => json({ count: world.groupsOf(account).length }),
    refresh: () => json({ success: true }),
    probe: (ask) => probed(ask.world.probe(codeIn(needed(ask, 'code'))), picks),
    join(ask) {
      const { group, pending } = ask.world.join(ask.account, codeIn(invited(ask, picks)));
      if (pending && picks.engine === 'NOWEB') return json({});
      return json(picks.join === 'documented' ? documented(group) : { id: group.id });
    },
    detail: (ask) => info(ask.world.info(ask.account, needed(ask, 'groupId'))),
    info: (ask) => info(groupIn(ask)),
    participants: (ask) => json(peopleOf(groupIn(ask)).map(engine.person)),
    picture: (ask) => json({ url: pictureAddress(groupIn(ask), ask.call.origin) }),
    code: ({ world, account, params }) => issued(world.readCode(account, params.id ?? ''), picks),
    revoke({ world, account, params: { id = '' } }) {
      return issued(picks.rotates === 'yes' ? world.revoke(account, id) : world.readCode(account, id), picks);
    },
    leave({ world, account, params }) {
      world.leave(account, params.id ?? '');
      return empty();
    },
    send,
  };
}

function session({ account, world, call }: Ask): Answer {
  const status = world.status(account);
  const scanning = status === 'SCAN_QR_CODE';
  return json({
    name: call.body?.instance_id ?? call.query.get('instance_id') ?? call.headers['x-instance-id'],
    status,
    config: { webhooks: [], proxy: null },
    me: status === 'WORKING' ? meOf(account) : null,
    ...(scanning && {
      qr: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    }),
  });
}

/** Sent like whatsapp-web.js sends: the only answer of this call that anybody has shown. */
function send(ask: Ask): Answer {
  const to = needed(ask, 'chatId');
  const text = needed(ask, 'message');
  if (text.length > 4096) throw new Failure(400, 'rest_invalid_param', 'Invalid parameter(s): message');
  const { id, at } = ask.world.send(ask.account, to, text);
  const from = meOf(ask.account).id;
  return json({
    id: { fromMe: true, remote: to, id, _serialized: `true_${to}_${id}` },
    ack: 1,
    body: text,
    from,
    to,
    fromMe: true,
    timestamp: Math.floor(at / 1000),
  });
}

/** A parameter, from the body or the query. */
function invited(ask: Ask, { joinField }: WawpPicks): string {
  if (joinField !== 'either') return needed(ask, joinField);
  return needed(ask, ask.call.body?.url === undefined ? 'code' : 'url');
}

function needed({ call }: Ask, name: string): string {
  const value = call.body?.[name] ?? call.query.get(name);
  if (typeof value === 'string' && value !== '') return value;
  throw new Failure(400, 'rest_missing_callback_param', `Missing parameter(s): ${name}`);
}

function probed(group: Group, picks: WawpPicks): Answer {
  if (picks.probe === 'documented') return json(documented(group));
  const found = engines[picks.engine].invite(group, picks.size === 'whole');
  return json(picks.probe === 'groupInfo' ? { groupInfo: found } : found);
}

const documented = ({ id, subject, description }: Group) => ({ id, subject, description });

function issued(code: string, picks: WawpPicks): Answer {
  const shapes: Record<WawpPicks['code'], () => Answer> = {
    object: () => json({ code }),
    string: () => bare(code),
    quoted: () => json(code),
    url: () => bare(linkOf(code)),
    'url-object': () => json({ code: linkOf(code) }),
  };
  return shapes[picks.code]();
}

function meOf(account: string): { id: string; pushName: string } {
  const { phone = '', name = '' } = accounts[account] ?? {};
  return { id: `${phone}@c.us`, pushName: name };
}

/** The names are documented, the numbers are ours. */
const limits = {
  limits: {
    send_message_per_minute: 20,
    send_message_daily_cap: 1000,
    account_protection_seconds: 3,
    concurrent_limit: 5,
    group_req_per_minute: 30,
    group_daily_cap: 2000,
    check_req_per_minute: 20,
    check_daily_cap: 500,
  },
  free_policies: [],
  policies: [{ policy_slug: 'balanced', available: true }],
  has_active_plan: true,
};
