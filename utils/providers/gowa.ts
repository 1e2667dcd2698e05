import { inviteUrl } from '../invite-link';
import type { Session, Verb } from '../model/account';
import type { GroupId } from '../model/group';
import { Trouble } from '../trouble';
import { codeFrom, codeIn } from './code-in';
import { wordsIn } from './error-words';
import { cut, field, fieldAs, flag, isRaw, list, text } from './fields-in';
import { groupIn, groupsIn, meFor } from './groups-in';
import type { Http, Reply } from './http';
import { membersIn, personId } from './people-in';
import { pictureIn } from './picture-in';
import { joinedIn, probeIn } from './probe-in';
import { type Gateway, provider } from './provider';
import { type Accent, body, good } from './reply';

/** GOWA, go-whatsapp-web-multidevice: whatsmeow behind a small server. docs/GATEWAYS.md has its sources. */
export const gowa = provider({
  id: 'gowa',
  label: 'GOWA',
  keyPage: 'https://github.com/aldinokemal/go-whatsapp-web-multidevice#readme',
  port: 3000,
  paths: ['/app/*', '/user/*', '/group/*', '/send/*', '/devices/*', '/devices'],
  fields: [
    { key: 'user', kind: 'text', optional: true, places: [{ in: 'basic-user' }] },
    { key: 'password', kind: 'secret', optional: true, places: [{ in: 'basic-password' }] },
    {
      key: 'device',
      kind: 'text',
      optional: true,
      places: [
        { in: 'header', name: 'X-Device-Id' },
        { in: 'query', name: 'device_id' },
      ],
    },
  ],
  lacks: [],
  connect: ({ fields: { user = '', device = '' }, secrets: { password = '' }, http }) =>
    gateway(http({ ...basic(user.trim(), password), ...named(device.trim()) }), device.trim()),
});

const accent: Accent = { adminsOnly: [] };
const told = async (verb: Verb, reply: Promise<Reply>) => good(await reply, verb, accent);
const of = (id: GroupId, more = {}) => ({ query: { group_id: id, ...more } });

/** Every way of saying that there is no picture to show. */
const pictureless = /avatar_not_set|avatar_hidden|no avatar found|not have a profile picture|hidden their profile/;

function gateway(http: Http, device: string): Gateway {
  // Without the device's own number nobody knows which member "I" am; the groups are worth having all the same.
  const whoAmI = (id = device) =>
    told('session', http.get('/app/devices')).then(
      ({ json }) => ownIn(json, id),
      (): Own => ({ me: [] }),
    );
  const me = async () => (await whoAmI()).me;

  // `group/participants` gives a `@lid` for a phone number, so members are read where the group is.
  const info = async (verb: Verb, id: GroupId) => body(await told(verb, http.get('/group/info', of(id))));

  return {
    async session() {
      const { id, ...session } = sessionIn(body(await told('session', http.get('/app/status'))));
      return session.working ? { ...session, ...(await whoAmI(device || id)) } : session;
    },

    async groups() {
      const found = body(await told('groups', http.get('/user/my/groups', { list: true, uncut: true })));
      return isNone(found) ? [] : groupsIn(found, await meFor(found, me));
    },

    async group(id) {
      const found = await info('group', id);
      return groupIn(found, await meFor(found, me));
    },

    members: async (id) => membersIn(await info('members', id)),

    async picture(id) {
      const reply = await http.get('/user/avatar', { query: { phone: id } });
      if (reply.status >= 400 && pictureless.test(wordsIn(reply))) return undefined;
      return pictureIn(good(reply, 'picture', accent).json);
    },

    invite: async (id) => codeFrom(await told('invite', http.get('/group/invite-link', of(id)))),

    revoke: async (id) =>
      codeIn(await told('revoke', http.get('/group/invite-link', { ...of(id, { reset: 'true' }), once: true }))),

    async probe(code) {
      const link = inviteUrl(code);
      const found = probeIn(body(await told('probe', http.get('/group/info-from-link', { query: { link } }))), code);
      // It counts the members that an invite query shows, which are never all of them.
      return found.size ? { ...found, size: { ...found.size, atLeast: true } } : found;
    },

    join: async (code) =>
      joinedIn((await told('join', http.post('/group/join-with-link', { body: { link: inviteUrl(code) } }))).json),

    async leave(id) {
      await told('leave', http.post('/group/leave', { body: { group_id: id } }));
    },

    async send(id, message) {
      await told('send', http.post('/send/message', { body: { phone: id, message } }));
    },
  };
}

/** Go writes a list that nothing was ever put into as null. */
function isNone(value: unknown): boolean {
  const results = isRaw(value) ? field(value, ['results']) : undefined;
  return isRaw(results) && Object.hasOwn(results, 'data') && results.data === null;
}

/** A server that nobody gave a password wants no header. */
function basic(user: string, password: string): Record<string, string> {
  if (password === '') return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

/** Headers hold no other letters than these; newer builds undo the coding. */
function named(device: string): Record<string, string> {
  if (device === '') return {};
  return { 'x-device-id': /^[\x20-\x7e]+$/.test(device) ? device : encodeURIComponent(device.toWellFormed()) };
}

/** The state is told in two flags; older builds have the device's own id beside them. */
function sessionIn(value: unknown): Session & { readonly id: string | undefined } {
  const results = isRaw(value) ? field(value, ['results']) : undefined;
  const isConnected = isRaw(results) ? fieldAs(results, ['is_connected'], flag) : undefined;
  if (!isRaw(results) || isConnected === undefined) throw new Trouble('not-a-gateway');
  const isLoggedIn = fieldAs(results, ['is_logged_in'], flag) === true;
  const state = isConnected ? (isLoggedIn ? 'connected' : 'not logged in') : 'not connected';
  return { working: isConnected && isLoggedIn, state, me: [], id: fieldAs(results, ['device_id'], text) };
}

type Own = Pick<Session, 'me' | 'name'>;

/** Which of the server's devices this account is: the one of this id, or the only one. */
function ownIn(value: unknown, id: string | undefined): Own {
  const devices = (isRaw(value) ? (fieldAs(value, ['results'], list) ?? []) : []).filter(isRaw);
  const own = devices.find((one) => field(one, ['device']) === id) ?? (devices.length === 1 ? devices[0] : undefined);
  const name = own && fieldAs(own, ['name'], text);
  const person = own && (personId(field(own, ['jid'])) ?? personId(field(own, ['device'])));
  return { me: person ? [person] : [], ...(name && { name: cut(name, 200) }) };
}
