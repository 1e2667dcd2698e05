import type { Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { codeFrom, codeIn } from './code-in';
import { groupIn, groupsIn, isLastPage, meFor } from './groups-in';
import { type Http, type Reply, segment } from './http';
import { allPages, lazily, orSmaller } from './pages';
import { membersIn } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, type Habits, provider } from './provider';
import { type Accent, body, good, isUnread } from './reply';
import { sessionOf } from './session-in';
import { meOf } from './slim-list';
import { eitherWay } from './two-ways';

/** Wasend, WAHA on whatsmeow. Where its documents and its own package disagree, both are tried. */
export const wasend = provider({
  id: 'wasend',
  label: 'Wasend',
  keyPage: 'https://wasend.dev',
  server: 'https://api.wasend.dev',
  fields: [
    { key: 'session', kind: 'text', places: [{ in: 'body', name: 'session' }] },
    { key: 'key', kind: 'secret', places: [{ in: 'header', name: 'authorization', after: 'Bearer ' }] },
  ],
  lacks: [],
  paths: ['/sessions/{session}', '/{session}/groups', '/{session}/groups/*'],
  pages: ['/docs', '/dashboard'],
  connect: ({ fields: { session = '' }, secrets: { key = '' }, http, habits }) =>
    gateway(http({ authorization: `Bearer ${key}` }), session, habits),
});

const accent: Accent = { adminsOnly: ['invite', 'revoke'] };
const told = async (verb: Verb, reply: Promise<Reply>) => good(await reply, verb, accent);

function gateway(http: Http, name: string, habits: Habits): Gateway {
  const all = () => `/${segment(name)}/groups`;
  const at = (id: GroupId, rest = '') => `${all()}/${segment(id)}${rest}`;

  const session = async () => sessionOf(body(await told('session', http.get(`/sessions/${segment(name)}`))), habits);

  const whoAmI = meOf(session);

  const pages = (wanted: Readonly<Record<string, string>>, me: () => Promise<readonly string[]>) =>
    allPages(async (offset) => {
      const query = { limit: '500', ...wanted, offset: `${offset}` };
      const list = body(await told('groups', http.get(all(), { query, list: true })));
      return { groups: groupsIn(list, await meFor(list, me)), last: isLastPage(list) };
    });

  return {
    session,

    groups() {
      const me = lazily(whoAmI);
      return orSmaller(
        () => pages({}, me),
        () => pages({ exclude: 'participants' }, me),
      );
    },

    async group(id) {
      const found = body(await told('group', http.get(at(id))));
      return groupIn(found, await meFor(found, whoAmI));
    },

    members: async (id) => membersIn(body(await told('members', http.get(at(id, '/participants'))))),

    picture: async (id) => pictureIn((await told('picture', http.get(at(id, '/picture')))).json),

    invite: async (id) => codeFrom(await told('invite', http.get(at(id, '/invite-code')))),

    revoke: async (id) => codeIn(await told('revoke', http.post(at(id, '/invite-code/revoke')))),

    probe: async (code) =>
      probeIn(body(await told('probe', http.get(`${all()}/join-info`, { query: { code } }))), code),

    async join(code) {
      const ways = [
        ['code', () => http.post(`${all()}/join`, { body: { code } })],
        ['inviteCode', () => http.post(`${all()}/join`, { body: { inviteCode: code } })],
      ] as const;
      const wrong = (reply: Reply) => isUnread(reply, 'join');
      return joinedIn((await told('join', eitherWay(habits, { habit: 'join', ways, wrong }))).json);
    },

    async leave(id) {
      await told('leave', http.post(at(id, '/leave')));
    },

    async send(id, text) {
      await told('send', http.post('/sendText', { body: { session: name, to: id, text } }));
    },
  };
}
