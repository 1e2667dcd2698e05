import { type Answer, Failure, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import type { EvolutionPicks } from './evolution.ts';
import { groupJid, invalid, inviteCode, needed } from './evolution-asked.ts';
import { Exception } from './evolution-errors.ts';
import { evolutionInstances, evolutionState } from './evolution-instances.ts';
import { evolutionGroup, evolutionInvite, evolutionPeople } from './evolution-shapes.ts';
import { accounts } from './group.ts';
import { linkOf } from './invite.ts';
import { pictureAddress } from './picture.ts';
import { Refusal } from './refusal.ts';

type Say = Record<
  | 'instances'
  | 'state'
  | 'list'
  | 'info'
  | 'participants'
  | 'code'
  | 'revoke'
  | 'probe'
  | 'join'
  | 'leave'
  | 'send'
  | 'picture',
  Route['answer']
>;

/** What Evolution API answers when it is in good order, under one set of picks. */
export function evolutionAnswers(picks: EvolutionPicks): Say {
  const isSilent = picks.whatsapp !== 'speaks';
  /** An answer of WhatsApp's: where it stays silent nothing comes back, whether or not it was done. */
  const heard = <Found>(act: () => Found): Found | undefined => {
    if (!isSilent) return act();
    if (picks.whatsapp === 'silent-acts') act();
    return undefined;
  };
  return {
    instances: (ask) => json(instances(ask)),
    state: (ask) => json(evolutionState(ask, picks)),
    list: (ask) => json(listed(ask, picks, isSilent)),

    info(ask) {
      const id = groupJid(ask);
      const found = query(ask, [404, 'Error fetching group'], () =>
        meant(heard(() => ask.world.info(ask.account, id))),
      );
      return json(evolutionGroup(found, ask.call.origin, evolutionPeople(found, picks)));
    },

    participants(ask) {
      const id = groupJid(ask);
      const found = query(ask, [404, 'No participants'], () => meant(heard(() => ask.world.info(ask.account, id))));
      return json({ participants: evolutionPeople(found, picks) });
    },

    code(ask) {
      const id = groupJid(ask);
      const code = query(ask, [404, 'No invite code'], () => heard(() => ask.world.readCode(ask.account, id)));
      return json({ inviteUrl: linkOf(String(code)), inviteCode: code });
    },

    revoke(ask) {
      const id = groupJid(ask);
      const inviteCode = query(ask, [404, 'Revoke error'], () => heard(() => ask.world.revoke(ask.account, id)));
      return json({ revoked: true, inviteCode }, 201);
    },

    /** Whatever goes wrong, the code is all that is said of it. */
    probe(ask) {
      const code = inviteCode(ask);
      const found = isUp(ask) && !isSilent ? unlessRefused(() => ask.world.probe(code)) : undefined;
      if (!found) throw new Exception(404, 'No invite info', code);
      return json(evolutionInvite(found, picks));
    },

    /** Baileys gives no id where an admin has to say yes. */
    join(ask) {
      const code = inviteCode(ask);
      const joined = query(ask, [404, 'Accept invite error'], () => heard(() => ask.world.join(ask.account, code)));
      return json({ accepted: true, groupJid: joined?.pending ? undefined : joined?.group.id });
    },

    leave(ask) {
      const id = groupJid(ask);
      query(ask, [400, 'Unable to leave the group'], () => heard(() => ask.world.leave(ask.account, id)));
      return json({ groupJid: id, leave: true });
    },

    send,
    picture,
  };
}

function instances(ask: Ask): Record<string, unknown>[] {
  const all = evolutionInstances(ask);
  const name = ask.call.query.get('instanceName');
  // An instance's own key shows that instance, whichever was asked for.
  if (name === null || ask.account !== '') return all;
  const found = all.filter((one) => one.name === name);
  if (found.length === 0) throw new Exception(404, `Instance "${name}" not found`);
  return found;
}

/** An array, empty where WhatsApp stays silent; a closed socket is caught by nobody. */
function listed({ world, account, call }: Ask, picks: EvolutionPicks, isSilent: boolean): unknown {
  const wanted = call.query.get('getParticipants');
  if (!wanted) throw new Exception(400, 'The getParticipants needs to be informed in the query');
  if (wanted !== 'true' && wanted !== 'false') {
    throw new Exception(400, invalid('getParticipants', 'is not one of enum values: true,false'));
  }
  if (world.status(account) !== 'WORKING') throw new Failure(500, 'uncaught', 'Connection Closed');
  if (isSilent) return [];
  const members = wanted === 'true';
  return world
    .groupsOf(account)
    .map((group) => evolutionGroup(group, call.origin, members ? evolutionPeople(group, picks) : undefined));
}

function send(ask: Ask): Answer {
  const to = needed(ask, 'number');
  const text = needed(ask, 'text');
  const { id, at } = query(ask, [400], () => ask.world.send(ask.account, to, text));
  const message = {
    key: { remoteJid: to, fromMe: true, id },
    pushName: accounts[ask.account]?.name,
    status: 'PENDING',
    message: { conversation: text },
    contextInfo: null,
    messageType: 'conversation',
    messageTimestamp: Math.floor(at / 1000),
    instanceId: `5d1f1d0e-0000-4000-8000-${ask.account.padStart(12, '0')}`,
    source: 'web',
  };
  return json(message, 201);
}

/** Also where the socket is closed: then there is no picture. */
function picture(ask: Ask): Answer {
  const wuid = needed(ask, 'number');
  const group = isUp(ask) ? unlessRefused(() => ask.world.info(ask.account, wuid)) : undefined;
  return json({ wuid, profilePictureUrl: group ? pictureAddress(group, ask.call.origin) : null });
}

export function welcome({ call }: Ask): Answer {
  return json({
    status: 200,
    message: 'Welcome to the Evolution API, it is working!',
    version: '2.3.6',
    clientName: 'evolution_exchange',
    manager: `${call.origin}/manager`,
    documentation: 'https://doc.evolution-api.com',
    whatsappWebVersion: '2.3000.1028450369',
  });
}

export function pageOfManager(): Answer {
  const body =
    '<!doctype html><html><head><title>Evolution Manager</title></head><body><div id="root"></div></body></html>';
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

const isUp = ({ world, account }: Ask): boolean => world.status(account) === 'WORKING';

/** One query to WhatsApp; its refusal, or a closed socket, becomes the last word of an exception. */
function query<Found>(ask: Ask, [status, ...title]: readonly [400 | 404, string?], act: () => Found): Found {
  if (!isUp(ask)) throw new Exception(status, ...title, 'Error: Connection Closed');
  try {
    return act();
  } catch (caught) {
    if (caught instanceof Refusal) throw new Exception(status, ...title, `Error: ${caught.word}`);
    if (caught instanceof TypeError) throw new Exception(status, ...title, String(caught));
    throw caught;
  }
}

/** Baileys looks into an answer that never came. */
function meant<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new TypeError(`Cannot read properties of undefined (reading 'attrs')`);
  return found;
}

function unlessRefused<Found>(act: () => Found): Found | undefined {
  try {
    return act();
  } catch (caught) {
    if (caught instanceof Refusal) return undefined;
    throw caught;
  }
}
