import { inviteUrl } from '../invite-link';
import type { Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { Trouble } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import { groupIn, groupsIn, meFor } from './groups-in';
import { type Http, type Reply, segment } from './http';
import { membersIn } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, type Habits, type Opening, provider } from './provider';
import { type Accent, body, good, isKeyless, isNoRoute, isUnread } from './reply';
import { sessionIn, sessionOf } from './session-in';
import { meOf, slimList } from './slim-list';
import { eitherWay } from './two-ways';

/** Wawp v2, a proxy before WAHA. Where its documents and its own packages disagree, both are tried. */
export const wawp = provider({
  id: 'wawp',
  label: 'Wawp',
  keyPage: 'https://wawp.net',
  server: 'https://api.wawp.net',
  fields: [
    {
      key: 'instance',
      kind: 'text',
      example: 'A1B2C3D4E5F6',
      places: [
        { in: 'query', name: 'instance_id' },
        { in: 'body', name: 'instance_id' },
        { in: 'header', name: 'x-instance-id' },
      ],
    },
    {
      key: 'token',
      kind: 'secret',
      places: [
        { in: 'query', name: 'access_token' },
        { in: 'body', name: 'access_token' },
        { in: 'header', name: 'authorization', after: 'Bearer ' },
      ],
    },
    { key: 'headers', kind: 'switch', advanced: true, optional: true },
  ],
  lacks: [],
  paths: ['/v2/session/*', '/v2/groups', '/v2/groups/*', '/v2/send/*'],
  pages: ['/v2', '/docs', '/dashboard'],
  connect: (opening) => {
    const ways = waysIn(opening);
    return { ...gateway(ways.usual, opening.habits), tune: ways.tune };
  },
});

const accent: Accent = { adminsOnly: ['invite', 'revoke'] };
const told = async (verb: Verb, reply: Promise<Reply>) => good(await reply, verb, accent);
const all = '/v2/groups';
const at = (id: GroupId, rest = '') => `${all}/${segment(id)}${rest}`;

function gateway(http: Http, habits: Habits): Gateway {
  const session = async () => {
    const ways = [
      ['post', () => http.post('/v2/session/info')],
      ['get', () => http.get('/v2/session/info')],
    ] as const;
    const found = await told('session', eitherWay(habits, { habit: 'session', ways, wrong: isNoRoute }));
    return sessionOf(body(found), habits);
  };

  const whoAmI = meOf(session);

  return {
    session,

    groups: () => slimList(async (query) => body(await told('groups', http.get(all, { query, list: true }))), whoAmI),

    async group(id) {
      const ways = [
        ['id', () => http.get(at(id))],
        ['detail', () => http.get(`${all}/detail`, { query: { groupId: id } })],
      ] as const;
      const found = body(await told('group', eitherWay(habits, { habit: 'group', ways, wrong: isNoRoute })));
      return groupIn(found, await meFor(found, whoAmI));
    },

    members: async (id) => membersIn(body(await told('members', http.get(at(id, '/participants'))))),

    picture: async (id) => pictureIn((await told('picture', http.get(at(id, '/picture')))).json),

    invite: async (id) => codeFrom(await told('invite', http.get(at(id, '/invite-code')))),

    revoke: async (id) => codeIn(await told('revoke', http.post(at(id, '/invite-code/revoke')))),

    async probe(code) {
      const ways = [
        ['join-info', () => http.get(`${all}/join-info`, { query: { code } })],
        ['join', () => http.get(`${all}/join`, { query: { code } })],
      ] as const;
      return probeIn(body(await told('probe', eitherWay(habits, { habit: 'probe', ways, wrong: isNoRoute }))), code);
    },

    async join(code) {
      const ways = [
        ['code', () => http.post(`${all}/join`, { body: { code } })],
        ['url', () => http.post(`${all}/join`, { body: { url: inviteUrl(code) } })],
      ] as const;
      const wrong = (reply: Reply) => isUnread(reply, 'join');
      return joinedIn((await told('join', eitherWay(habits, { habit: 'join', ways, wrong }))).json);
    },

    async leave(id) {
      await told('leave', http.post(at(id, '/leave')));
    },

    async send(id, message) {
      await told('send', http.post('/v2/send/text', { body: { chatId: id, message } }));
    },
  };
}

interface WaysIn {
  readonly usual: Http;
  tune(): Promise<void>;
}

const habit = 'key';

/**
 * Credentials go where the documents put them: into the query of a GET, into the body of a POST. A query is the worst
 * place for a key, so where this very gateway has been seen to read headers, its GETs have them there; and by the user's
 * switch all requests.
 */
function waysIn({ fields, secrets, http, habits }: Opening): WaysIn {
  const { instance = '', headers } = fields;
  const { token = '' } = secrets;
  const inHeaders = http({ authorization: `Bearer ${token}`, 'x-instance-id': instance });
  if (headers === 'on') return { usual: inHeaders, tune: async () => undefined };
  const documented = inPlace(http(), { instance_id: instance, access_token: token });
  const get: Http['get'] = async (path, call) => {
    if (habits.get(habit) !== 'header') return documented.get(path, call);
    const reply = await inHeaders.get(path, call);
    if (!isKeyless(reply)) return reply;
    const again = await documented.get(path, call);
    if (again.status < 400 && !isKeyless(again)) await habits.set(habit, 'query');
    return again;
  };
  return { usual: { ...documented, get }, tune: () => tuned(inHeaders, habits) };
}

function inPlace(plain: Http, keys: Readonly<Record<string, string>>): Http {
  return {
    get: (path, call) => plain.get(path, { ...call, query: { ...call?.query, ...keys } }),
    post: (path, call) => plain.post(path, { ...call, body: { ...call?.body, ...keys } }),
    delete: (path, call) => plain.delete(path, { ...call, body: { ...call?.body, ...keys } }),
  };
}

/** Asks for the session, and then for the groups, with the key in headers alone: both must be understood. */
async function tuned(inHeaders: Http, habits: Habits): Promise<void> {
  const read = await readsHeaders(inHeaders);
  if (read !== undefined) await habits.set(habit, read ? 'header' : 'query');
}

/** Undefined, or a trouble, where it cannot be told today. */
async function readsHeaders(inHeaders: Http): Promise<boolean | undefined> {
  const got = await inHeaders.get('/v2/session/info');
  const session = isNoRoute(got) ? await inHeaders.post('/v2/session/info') : got;
  if (isKeyless(session)) return false;
  if (!sessionIn(body(good(session, 'session', accent))).working) return undefined;
  const few = { query: { limit: '1', exclude: 'participants' }, list: true };
  // More than we read is the list as well.
  const listed = await inHeaders.get(all, few).catch(unlessTooBig);
  if (!listed) return true;
  if (isKeyless(listed)) return false;
  groupsIn(body(good(listed, 'groups', accent)), []);
  return true;
}

function unlessTooBig(caught: unknown): undefined {
  if (!(caught instanceof Trouble) || caught.kind !== 'too-big') throw caught;
}
