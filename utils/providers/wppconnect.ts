import type { Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { Trouble } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import { unwrapped } from './facts-in';
import { groupIn, groupsIn, meFor } from './groups-in';
import { type Http, type Reply, segment } from './http';
import { allPages, lazily, orSmaller } from './pages';
import { membersIn, personId } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, type Habits, provider } from './provider';
import { type Accent, body, good, isNoRoute } from './reply';
import { sessionIn } from './session-in';
import { eitherWay } from './two-ways';

/** WPPConnect Server: WhatsApp Web in a browser of the server's own. docs/GATEWAYS.md has its sources. */
export const wppconnect = provider({
  id: 'wppconnect',
  label: 'WPPConnect Server',
  keyPage: 'https://github.com/wppconnect-team/wppconnect-server#readme',
  port: 21465,
  paths: ['/api/{session}/*'],
  pages: ['/api-docs'],
  fields: [
    { key: 'session', kind: 'text' },
    { key: 'token', kind: 'secret', places: [{ in: 'header', name: 'Authorization', after: 'Bearer ' }] },
  ],
  lacks: [],
  connect: ({ fields: { session = '' }, secrets: { token = '' }, http, habits }) =>
    // The server also hands its token out as `session:token`.
    gateway(http({ authorization: `Bearer ${token.slice(token.lastIndexOf(':') + 1)}` }), session, habits),
});

const accent: Accent = { adminsOnly: [] };
const told = async (verb: Verb, reply: Promise<Reply>) => good(await reply, verb, accent);
const isGroup = { isGroup: 'true' };
const atOnce = 200;

function gateway(http: Http, name: string, habits: Habits): Gateway {
  const at = (rest: string) => `/api/${segment(name)}/${rest}`;
  const of = (route: string, id: GroupId) => at(`${route}/${segment(id)}`);

  // Without a number nobody knows which member "I" am; the groups are worth having all the same.
  const whoAmI = async (): Promise<string[]> => {
    const reply = await told('session', http.get(at('get-phone-number'))).catch(() => undefined);
    const data = unwrapped(reply?.json);
    return [personId(data?.response) ?? personId(data)].flatMap((id) => id ?? []);
  };

  // Newer servers have a route for it; on older ones the chat holds the group.
  const found = async (verb: Verb, id: GroupId) => {
    const ways = [
      ['info', () => http.get(of('group-info', id))],
      ['chat', () => http.get(of('chat-by-id', id), { query: isGroup })],
    ] as const;
    const value = body(await told(verb, eitherWay(habits, { habit: 'group', ways, wrong: isNoRoute })));
    if (value === false) throw new Trouble('no-such-group');
    return value;
  };

  const pages = (me: () => Promise<readonly string[]>) => {
    let from: GroupId | undefined;
    return allPages(async () => {
      const wanted = { onlyGroups: true, count: atOnce, direction: 'after', ...(from && { id: from }) };
      const list = body(await told('groups', http.post(at('list-chats'), { body: wanted, list: true })));
      const groups = groupsIn(list, await meFor(list, me));
      from = groups.at(-1)?.id;
      return { groups, last: !Array.isArray(list) || list.length < atOnce };
    });
  };

  return {
    async session() {
      const session = sessionIn(body(await told('session', http.get(at('status-session')))));
      return session.working ? { ...session, me: await whoAmI() } : session;
    },

    groups() {
      const me = lazily(whoAmI);
      const whole = async () => {
        const list = body(await told('groups', http.get(at('all-groups'), { list: true })));
        return groupsIn(list, await meFor(list, me));
      };
      return orSmaller(whole, () => pages(me));
    },

    async group(id) {
      const value = await found('group', id);
      return groupIn(value, await meFor(value, whoAmI));
    },

    // `group-members` would look up every member's profile picture at WhatsApp, and does not say who is an admin.
    members: async (id) => membersIn(unwrapped(await found('members', id))),

    picture: async (id) => pictureIn((await told('picture', http.get(of('profile-pic', id), { query: isGroup }))).json),

    invite: async (id) => codeFrom(await told('invite', http.get(of('group-invite-link', id)))),

    revoke: async (id) => codeIn(await told('revoke', http.get(of('group-revoke-link', id), { once: true }))),

    async probe(code) {
      const asked = http.post(at('group-info-from-invite-link'), { body: { invitecode: code } });
      return probeIn(body(await told('probe', asked)), code);
    },

    join: async (code) =>
      joinedIn((await told('join', http.post(at('join-code'), { body: { inviteCode: code } }))).json),

    async leave(id) {
      await told('leave', http.post(at('leave-group'), { body: { groupId: id } }));
    },

    async send(id, message) {
      await told('send', http.post(at('send-message'), { body: { phone: id, isGroup: true, message } }));
    },
  };
}
