import { type Answer, bare, empty, Failure, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import { accounts, peopleOf } from './group.ts';
import { codeIn, linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';
import { Refusal } from './refusal.ts';
import type { WahaPicks } from './waha.ts';
import { forbidden, isKnown, opens } from './waha-doors.ts';
import { wahaEngines } from './waha-engines.ts';
import { listed } from './waha-list.ts';
import { wahaSent } from './waha-sent.ts';

type Say = Record<
  | 'sessions'
  | 'session'
  | 'send'
  | 'list'
  | 'count'
  | 'refresh'
  | 'probe'
  | 'join'
  | 'info'
  | 'participants'
  | 'people'
  | 'picture'
  | 'code'
  | 'revoke'
  | 'leave',
  Route['answer']
>;

/** What WAHA answers when all is well, under one set of picks. */
export function wahaAnswers(picks: WahaPicks): Say {
  const engine = wahaEngines[picks.engine];
  const posted = (answer: Answer): Answer => ({ ...answer, status: picks.build === 'older' ? 201 : 200 });
  return {
    sessions: ({ world, account: key, call }) => {
      const all = Object.keys(accounts).filter((name) => opens(key, name, 'read'));
      const shown = all.filter((name) => call.query.get('all') === 'true' || world.status(name) !== 'STOPPED');
      return json(shown.map((name) => sessionOf(world, name, picks)));
    },
    session({ world, account: key, params: { session = '' } }) {
      if (!opens(key, session, 'read')) throw forbidden();
      if (!isKnown(session)) throw new Failure(404, 'not_found', 'Session not found');
      return json(sessionOf(world, session, picks));
    },
    send: (ask) => ({ ...json(wahaSent(ask, picks)), status: 201 }),
    list: ({ world, account, call }) => json(listed(engine, world.groupsOf(account), pageAsked(call.query, picks))),
    count: ({ world, account }) => json({ count: world.groupsOf(account).length }),
    refresh: () => posted(json({ success: true })),
    probe: ({ world, call }) =>
      json(engine.invite(world.probe(codeSent(call.query.get('code'), picks)), picks.size === 'whole')),
    join: (ask) => posted(json(joined(ask, picks))),
    info: (ask) => info(ask, picks),
    participants: (ask) => json(uniform(ask, picks)),
    people: (ask) => json(peopleOf(groupIn(ask)).map(engine.person)),
    picture: (ask) => json({ url: pictureAddress(groupIn(ask), ask.call.origin) }),
    code: (ask) => code(ask, picks),
    revoke: (ask) => posted(revoked(ask, picks)),
    leave({ world, account, params }) {
      world.leave(account, params.id ?? '');
      return posted(empty());
    },
  };
}

const groupIn = ({ world, account, params }: Ask) => world.info(account, params.id ?? '');

function sessionOf(world: Ask['world'], name: string, { engine }: WahaPicks): unknown {
  const { phone = '', lid = '', name: pushName = '' } = accounts[name] ?? {};
  const status = world.status(name);
  return {
    name,
    status,
    config: { webhooks: [], proxy: null },
    me: status === 'WORKING' ? { id: `${phone}@c.us`, lid: `${lid}@lid`, pushName } : null,
    engine: { engine },
    presence: null,
  };
}

/** zapo-js has no fields to leave out. */
function pageAsked(query: URLSearchParams, { engine }: WahaPicks): URLSearchParams {
  return engine === 'ZAPO' ? new URLSearchParams([...query].filter(([name]) => name !== 'exclude')) : query;
}

/** The last segment of what was sent, so a link with a slash at its end has none. Older builds keep what follows a `?`. */
function codeSent(sent: unknown, { build }: WahaPicks): string {
  if (typeof sent !== 'string') {
    throw new Failure(500, 'type_error', "Cannot read properties of undefined (reading 'split')");
  }
  return build === 'older' ? (sent.split('/').pop() ?? '') : codeIn(sent);
}

/** Baileys gives nothing back where an admin has to approve; the others name the group either way. */
function joined({ world, account, call }: Ask, picks: WahaPicks): unknown {
  const { group, pending } = world.join(account, codeSent(call.body?.code, picks));
  return pending && picks.engine === 'NOWEB' ? {} : { id: group.id };
}

/** Baileys' store is asked, not WhatsApp: a group that is not in it is none. */
function info(ask: Ask, { engine, build }: WahaPicks): Answer {
  try {
    const group = groupIn(ask);
    return json(wahaEngines[engine].group(group, peopleOf(group)));
  } catch (caught) {
    if (engine !== 'NOWEB' || !(caught instanceof Refusal) || caught.word !== 'item-not-found') throw caught;
    if (build === 'older') return empty();
    throw new Failure(500, 'engine_error', `Group with id '${ask.params.id}' not found`);
  }
}

/** `participants/v2`: the same for all engines. GOWS has people by their hidden ids. */
function uniform(ask: Ask, { engine }: WahaPicks): unknown {
  return peopleOf(groupIn(ask)).map(({ phone, lid, role }) =>
    engine === 'GOWS' ? { id: `${lid}@lid`, pn: `${phone}@c.us`, role } : { id: `${phone}@c.us`, role },
  );
}

/** WhatsApp Web swallows WhatsApp's refusal: then there is nothing to say. */
function code({ world, account, params }: Ask, { engine }: WahaPicks): Answer {
  try {
    return spelled(world.readCode(account, params.id ?? ''), engine);
  } catch (caught) {
    if (engine === 'WEBJS' && caught instanceof Refusal) return empty();
    throw caught;
  }
}

function revoked({ world, account, params: { id = '' } }: Ask, { engine, rotates }: WahaPicks): Answer {
  const turns = rotates === 'yes' || (rotates === 'by-engine' && engine !== 'GOWS');
  const now = turns ? world.revoke(account, id) : world.readCode(account, id);
  return engine === 'ZAPO' ? empty() : spelled(now, engine);
}

function spelled(now: string, engine: WahaPicks['engine']): Answer {
  return bare(engine === 'GOWS' ? linkOf(now) : now);
}
