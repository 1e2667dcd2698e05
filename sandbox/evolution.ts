import { type Call, Failure } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { evolutionAnswers, pageOfManager, welcome } from './evolution-answers.ts';
import { Exception, explainEvolution, isStranger, TypeErrorIn } from './evolution-errors.ts';
import { globalKey, instanceKeys } from './evolution-instances.ts';

/** Evolution API v2, as of 2.3.6, whose engine is Baileys 7. */
export const evolutionChoices = {
  /** What a group calls its members by: their phone numbers, or ids that tell no number. */
  people: ['phone', 'lid'],
  /** Whether the size in a probe is the group's, or only the number of members shown, as before Baileys 7. */
  size: ['whole', 'partial'],
  /** Whether WhatsApp answers the server. Where it stays silent, what was asked for may be done all the same. */
  whatsapp: ['speaks', 'silent', 'silent-acts'],
  /** `CORS_ORIGIN`: everybody, or a list that a request without an `Origin` is not on either. */
  origins: ['*', 'listed'],
  /** The server may know an instance that it has not loaded. */
  instance: ['loaded', 'unloaded'],
} as const;

export type EvolutionPicks = Picks<typeof evolutionChoices>;

export const evolution = (): Dialect =>
  dialect({
    make: 'evolution',
    label: 'Evolution API',
    hosts: [],
    holders: {
      demo: { fields: { instance: 'demo' }, secrets: { key: 'evolution-demo-key' } },
      big: { fields: { instance: 'big' }, secrets: { key: 'evolution-big-key' } },
    },
    choices: evolutionChoices,
    routes,
    caller,
    explain: explainEvolution,
  });

const open: readonly Route[] = [
  on('GET /', 'page', welcome),
  ...['/manager', '/manager/{a}', '/manager/{a}/{b}', '/manager/{a}/{b}/{c}'].map((path) =>
    on(`GET ${path}`, 'page', pageOfManager),
  ),
];

function routes(picks: EvolutionPicks): Route[] {
  const say = evolutionAnswers(picks);
  const loaded = (method: string, answer: Route['answer']): Route['answer'] => {
    if (picks.instance === 'loaded') return answer;
    return () => {
      throw new TypeErrorIn(method);
    };
  };
  return [
    ...open,
    on('GET /instance/fetchInstances', 'account', say.instances),
    on('GET /instance/connectionState/{instance}', 'session', say.state),
    on('GET /group/fetchAllGroups/{instance}', 'list', loaded('fetchAllGroups', say.list)),
    on('GET /group/findGroupInfos/{instance}', 'info', loaded('findGroup', say.info)),
    on('GET /group/participants/{instance}', 'participants', loaded('findParticipants', say.participants)),
    on('GET /group/inviteCode/{instance}', 'code', loaded('inviteCode', say.code)),
    on('POST /group/revokeInviteCode/{instance}', 'revoke', loaded('revokeInviteCode', say.revoke)),
    on('GET /group/inviteInfo/{instance}', 'probe', loaded('inviteInfo', say.probe)),
    on('GET /group/acceptInviteCode/{instance}', 'join', loaded('acceptInviteCode', say.join)),
    on('DELETE /group/leaveGroup/{instance}', 'leave', loaded('leaveGroup', say.leave)),
    on('POST /message/sendText/{instance}', 'send', loaded('textMessage', say.send)),
    on('POST /chat/fetchProfilePictureUrl/{instance}', 'picture', loaded('profilePicture', say.picture)),
  ];
}

/** First whether the origin may ask, then whether the body can be read, whether the instance exists, and the key at last. */
function caller(call: Call, picks: EvolutionPicks): string {
  if (isStranger(call, picks)) throw new Failure(500, 'cors', 'Not allowed by CORS');
  if (isBroken(call)) throw new Failure(400, 'body', `Expected property name or '}' in JSON at position 1`);
  if (/^\/(manager.*)?$/.test(call.path)) return 'demo';
  const key = call.headers.apikey;
  const name = instanceIn(call);
  if (name === undefined) return keyHolder(key);
  const own = instanceKeys[name];
  if (own === undefined) throw new Exception(404, `The "${name}" instance does not exist`);
  if (key !== own && key !== globalKey) throw new Exception(401);
  return name;
}

function isBroken({ method, headers, body }: Call): boolean {
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  return method !== 'GET' && isJson && Number(headers['content-length'] ?? 0) > 0 && body === undefined;
}

/** The last part of the path; the list of instances is of none. */
function instanceIn({ path }: Call): string | undefined {
  const last = path.split('/').at(-1) ?? '';
  return last === 'fetchInstances' ? undefined : decodeURIComponent(last);
}

/** Whose key it is; the global one speaks for all of them. */
function keyHolder(key: unknown): string {
  if (key === globalKey) return '';
  const [name] = Object.entries(instanceKeys).find(([, own]) => own === key) ?? [];
  if (name === undefined) throw new Exception(401);
  return name;
}
