import type { Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { Trouble } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import { isUpstream } from './error-words';
import { isRaw } from './fields-in';
import { groupIn, meFor } from './groups-in';
import { type Http, type Reply, segment } from './http';
import { membersIn } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, type Habits, provider } from './provider';
import { type Accent, body, good, isNoRoute } from './reply';
import { sessionOf } from './session-in';
import { meOf, slimList } from './slim-list';
import { eitherWay } from './two-ways';

const usualSession = 'default';

/** WAHA, on any of its engines. Its builds differ in statuses, its engines in bodies; the shared readers know them all. */
export const waha = provider({
  id: 'waha',
  label: 'WAHA',
  keyPage: 'https://waha.devlike.pro/docs/how-to/security/',
  fields: [
    {
      key: 'session',
      kind: 'text',
      preset: usualSession,
      example: usualSession,
      places: [
        { in: 'query', name: 'session' },
        { in: 'body', name: 'session' },
      ],
    },
    {
      key: 'key',
      kind: 'secret',
      optional: true,
      places: [
        { in: 'header', name: 'x-api-key' },
        { in: 'query', name: 'x-api-key' },
      ],
    },
  ],
  lacks: [],
  port: 3000,
  paths: [
    ...['/api/sessions/{session}', '/api/sessions/{session}/*', '/api/{session}/groups', '/api/{session}/groups/*'],
    ...['/api/{session}/chats', '/api/{session}/chats/*', '/api/{session}/auth/*', '/api/*', '/api'],
  ],
  pages: ['/dashboard', '/swagger', '/-json'],
  connect: ({ fields: { session = usualSession }, secrets: { key = '' }, http, habits }) =>
    gateway(http(key ? { 'x-api-key': key } : {}), session.trim() || usualSession, habits),
});

// Its own 403 speaks of the key alone: what WhatsApp refuses comes in a 500.
const accent: Accent = { adminsOnly: [] };
const told = async (verb: Verb, reply: Promise<Reply>) => good(await reply, verb, accent);

function gateway(http: Http, name: string, habits: Habits): Gateway {
  const all = () => `/api/${segment(name)}/groups`;
  const at = (id: GroupId, rest = '') => `${all()}/${segment(id)}${rest}`;

  const session = async () =>
    sessionOf(body(await told('session', http.get(`/api/sessions/${segment(name)}`))), habits);

  const whoAmI = meOf(session);

  return {
    session,

    groups: () => slimList(async (query) => body(await told('groups', http.get(all(), { query, list: true }))), whoAmI),

    async group(id) {
      const reply = await told('group', http.get(at(id)));
      // An older NOWEB has nothing to say of a group that it does not know.
      if (reply.text.trim() === '') throw new Trouble('no-such-group', { host: reply.host });
      const found = body(reply);
      return groupIn(found, await meFor(found, whoAmI));
    },

    async members(id) {
      const ways = [
        ['v2', () => http.get(at(id, '/participants/v2'))],
        ['raw', () => http.get(at(id, '/participants'))],
      ] as const;
      return membersIn(body(await told('members', eitherWay(habits, { habit: 'members', ways, wrong: isNoRoute }))));
    },

    picture: async (id) => pictureIn((await told('picture', http.get(at(id, '/picture')))).json),

    invite: async (id) => codeFrom(await told('invite', http.get(at(id, '/invite-code')))),

    revoke: async (id) => codeIn(await told('revoke', http.post(at(id, '/invite-code/revoke')))),

    probe: async (code) =>
      probeIn(body(await told('probe', http.get(`${all()}/join-info`, { query: { code } }))), code),

    // The code alone: of a link with a slash at its end WAHA would read nothing.
    join: async (code) => joinedIn((await told('join', http.post(`${all()}/join`, { body: { code } }))).json),

    async leave(id) {
      await told('leave', http.post(at(id, '/leave')));
    },

    async send(id, text) {
      await told('send', http.post('/api/sendText', { body: { session: name, chatId: id, text } }));
    },

    mayChange: async () => mayIn(await http.post(`${all()}/join`, { body: {} })),
  };
}

/**
 * What the answer to a join without any code says of the key. Its rights are looked at first, and then the code, so nobody
 * can be joined to anything: 403 is a key that may only read, and a complaint about the code is one that may more.
 */
function mayIn(reply: Reply): boolean | undefined {
  if (reply.status === 403) return isRaw(reply.json) ? false : undefined;
  const complains = reply.status === 400 || (reply.status === 500 && isUpstream(reply));
  return complains ? true : undefined;
}
