import type { Session, Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { Trouble, type TroubleKind } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import { cut, field, isRaw } from './fields-in';
import { groupIn, groupsIn, meFor } from './groups-in';
import { type Http, type Reply, segment } from './http';
import { orSmaller } from './pages';
import { membersIn, personId } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, provider } from './provider';
import { type Accent, body, good } from './reply';
import { sessionIn } from './session-in';

/** Evolution API v2. Its key is the instance's own, or the server's, which opens every instance. */
export const evolution = provider({
  id: 'evolution',
  label: 'Evolution API',
  keyPage: 'https://doc.evolution-api.com/v2/en/env',
  fields: [
    {
      key: 'instance',
      kind: 'text',
      example: 'main',
      places: [
        { in: 'query', name: 'instanceName' },
        { in: 'body', name: 'instanceName' },
      ],
    },
    { key: 'key', kind: 'secret', places: [{ in: 'header', name: 'apikey' }] },
  ],
  lacks: [],
  port: 8080,
  paths: [
    ...['/group/*/{instance}', '/message/*/{instance}', '/chat/*/{instance}', '/instance/*/{instance}'],
    ...['/instance/fetchInstances', '/instance/create', '/manager/instance/*'],
  ],
  pages: ['/manager'],
  connect: ({ fields: { instance = '' }, secrets: { key = '' }, http }) => gateway(http({ apikey: key }), instance),
});

const accent: Accent = { adminsOnly: [] };

async function told(verb: Verb, reply: Promise<Reply>): Promise<Reply> {
  const answer = await reply;
  try {
    return good(answer, verb, accent);
  } catch (caught) {
    throw caught instanceof Trouble && caught.kind === 'session-down' ? closed(caught) : caught;
  }
}

/** A closed socket has no state beside it: its own words are the last part of what was said. */
function closed({ facts }: Trouble): Trouble {
  return new Trouble('session-down', { state: cut(facts.said?.split(': ').at(-1) ?? 'close', 40), ...facts });
}

function gateway(http: Http, name: string): Gateway {
  const at = (deed: string) => `${deed}/${segment(name)}`;

  const state = async () => stateIn(body(await told('session', http.get(at('/instance/connectionState')))));

  // Only the database knows who this is, and not every key may look there; the groups are worth having all the same.
  const me = () =>
    told('session', http.get('/instance/fetchInstances', { query: { instanceName: name } })).then(
      ({ json }) => ownerIn(json, name),
      (): string[] => [],
    );

  /** A read. Most failures hide their cause: where WhatsApp is not connected, that is it. */
  const read = (verb: Verb, reply: Promise<Reply>) =>
    told(verb, reply).catch(async (caught: unknown) => {
      if (!(caught instanceof Trouble) || !mayBeDown(caught)) throw caught;
      const session = await state().catch(() => undefined);
      if (!session || session.working) throw caught;
      throw new Trouble('session-down', { ...caught.facts, state: session.state });
    });

  const about = (verb: Verb, deed: string, id: GroupId) => read(verb, http.get(at(deed), { query: { groupJid: id } }));

  const list = async (getParticipants: 'true' | 'false') => {
    // Ten thousand groups without members are some megabytes as well, for each has the address of its picture.
    const size = { list: true, uncut: getParticipants === 'false' };
    const listed = http.get(at('/group/fetchAllGroups'), { query: { getParticipants }, ...size });
    const all = body(await read('groups', listed));
    return groupsIn(all, await meFor(all, me));
  };

  return {
    async session() {
      const [session, own] = await Promise.all([state(), me()]);
      return { ...session, me: [...new Set([...session.me, ...own])] };
    },

    groups() {
      return orSmaller(
        () => list('true'),
        () => list('false'),
      );
    },

    async group(id) {
      const found = body(await about('group', '/group/findGroupInfos', id));
      if (found === null) throw new Trouble('no-such-group');
      return groupIn(found, await meFor(found, me));
    },

    members: async (id) => membersIn(body(await about('members', '/group/participants', id))),

    async picture(id) {
      const asked = http.post(at('/chat/fetchProfilePictureUrl'), { body: { number: id } });
      return pictureIn((await told('picture', asked)).json);
    },

    invite: async (id) => codeFrom(await about('invite', '/group/inviteCode', id)),

    async revoke(id) {
      return codeIn(await told('revoke', http.post(at('/group/revokeInviteCode'), { body: { groupJid: id } })));
    },

    async probe(code) {
      const asked = http.get(at('/group/inviteInfo'), { query: { inviteCode: code } });
      return probeIn(body(await read('probe', asked)), code);
    },

    async join(code) {
      const asked = http.get(at('/group/acceptInviteCode'), { query: { inviteCode: code }, once: true });
      return joinedIn((await told('join', asked)).json);
    },

    async leave(id) {
      await told('leave', http.delete(at('/group/leaveGroup'), { query: { groupJid: id } }));
    },

    async send(id, text) {
      await told('send', http.post(at('/message/sendText'), { body: { number: id, text } }));
    },
  };
}

/** What a lost connection to WhatsApp may look like. A server that is away itself is not asked again. */
function mayBeDown({ kind, facts: { status = 0 } }: Trouble): boolean {
  return hiding.has(kind) && status <= 500;
}

const hiding: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['session-down', 'link-unknown', 'gateway-failed']);

/** An instance that is not loaded has no state at all. */
function stateIn(said: unknown): Session {
  const instance = isRaw(said) ? field(said, ['instance']) : undefined;
  const isBare = isRaw(instance) && field(instance, ['instanceName']) && !field(instance, ['state', 'status']);
  return isBare ? { working: false, state: 'not loaded', me: [] } : sessionIn(said);
}

/** Whose the instance is. The same row holds its key, which is not looked at. */
function ownerIn(rows: unknown, name: string): string[] {
  if (!Array.isArray(rows)) return [];
  const row = rows.find((one) => isRaw(one) && field(one, ['name']) === name);
  return isRaw(row) ? [personId(field(row, ['ownerJid']))].flatMap((id) => id ?? []) : [];
}
