import { type Call, Failure } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { wawpAnswers } from './wawp-answers.ts';
import { explainWawp } from './wawp-errors.ts';

/**
 * Wawp v2: a proxy before WAHA. Which engine, and half of the answers' shapes, nobody has seen. Where its own documents
 * and packages name two ways, both are open unless one is picked.
 */
export const wawpChoices = {
  engine: ['WEBJS', 'NOWEB', 'GOWS'],
  code: ['object', 'string', 'quoted', 'url', 'url-object'],
  /** GOWS hands the old link back. */
  rotates: ['yes', 'no'],
  probePath: ['either', 'join-info', 'join'],
  probe: ['documented', 'engine', 'groupInfo'],
  join: ['documented', 'engine'],
  joinField: ['either', 'code', 'url'],
  infoPath: ['either', 'id', 'detail'],
  /** Whether the size in a probe is the group's, or only the length of the members shown. */
  size: ['whole', 'partial'],
  listQuery: ['honoured', 'ignored'],
  /** `session`: only about the session; the rest still wants its parameters. */
  headerAuth: ['on', 'off', 'session'],
  queryOnPost: ['on', 'off'],
  errors: ['flat', 'nested', 'in-200', 'result-false'],
  refusals: ['upstream', 'clean', 'waha', 'empty-200'],
  /** Whether the engine passes WhatsApp's word on, or a minified name of the page it drives. */
  words: ['plain', 'opaque'],
} as const;

export type WawpPicks = Picks<typeof wawpChoices>;

const sessions: Readonly<Record<string, { readonly token: string; readonly account: string }>> = {
  K3PWAWPDEMO1: { token: 'wawp-demo-token', account: 'demo' },
  BIGWAWPDEMO2: { token: 'wawp-big-token', account: 'big' },
};

export const wawp = (): Dialect =>
  dialect({
    make: 'wawp',
    label: 'Wawp',
    hosts: ['api.wawp.net'],
    holders: {
      demo: { fields: { instance: 'K3PWAWPDEMO1' }, secrets: { token: 'wawp-demo-token' } },
      big: { fields: { instance: 'BIGWAWPDEMO2' }, secrets: { token: 'wawp-big-token' } },
    },
    choices: wawpChoices,
    routes,
    caller,
    explain: explainWawp,
  });

function routes(picks: WawpPicks): Route[] {
  const say = wawpAnswers(picks);
  const group = '/v2/groups/{id}';
  const open = (is: boolean, answer: Route['answer'], status: 404 | 405 = 404) =>
    is ? working(answer) : noRoute(status);
  return [
    on('POST /v2/session/info', 'session', say.session),
    on('GET /v2/session/info', 'session', say.session),
    on('GET /v2/session/me', 'account', say.me),
    on('GET /v2/session/rate-limit', 'limits', say.limits),
    on('GET /v2/groups', 'list', working(say.list)),
    on('GET /v2/groups/count', 'count', working(say.count)),
    on('POST /v2/groups/refresh', 'refresh', working(say.refresh)),
    on('GET /v2/groups/join-info', 'probe', open(picks.probePath !== 'join', say.probe)),
    on('GET /v2/groups/join', 'probe', open(picks.probePath !== 'join-info', say.probe, 405)),
    on('POST /v2/groups/join', 'join', working(say.join)),
    on('GET /v2/groups/detail', 'info', open(picks.infoPath !== 'id', say.detail)),
    on(`GET ${group}`, 'info', open(picks.infoPath !== 'detail', say.info)),
    on(`GET ${group}/participants`, 'participants', working(say.participants)),
    on(`GET ${group}/picture`, 'picture', working(say.picture)),
    on(`GET ${group}/invite-code`, 'code', working(say.code)),
    on(`POST ${group}/invite-code/revoke`, 'revoke', working(say.revoke)),
    on(`POST ${group}/leave`, 'leave', working(say.leave)),
    on('POST /v2/send/text', 'send', working(say.send)),
    on('GET /v2/send/text', 'send', working(say.send)),
  ];
}

function caller(call: Call, picks: WawpPicks): string {
  const instance = given(call, 'instance_id', picks);
  const token = given(call, 'access_token', picks);
  if (!token) throw new Failure(401, 'missing_access_token', 'Access token is required');
  if (!Object.values(sessions).some((one) => one.token === token)) {
    throw new Failure(401, 'invalid_access_token', 'Invalid access token');
  }
  const session = sessions[instance];
  if (session?.token !== token) throw new Failure(404, 'invalid_session', lost);
  return session.account;
}

const lost = 'Session not found. Please verify your instance_id or session_name.';

function given(call: Call, name: 'instance_id' | 'access_token', picks: WawpPicks): string {
  const header =
    name === 'instance_id' ? call.headers['x-instance-id'] : call.headers.authorization?.replace(/^Bearer /, '');
  const query = call.method === 'GET' || picks.queryOnPost === 'on' ? call.query.get(name) : undefined;
  return String((isHeaderRead(call, picks) && header) || query || call.body?.[name] || '');
}

function isHeaderRead({ path }: Call, { headerAuth }: WawpPicks): boolean {
  return headerAuth === 'on' || (headerAuth === 'session' && path.startsWith('/v2/session/'));
}

/** A dropped phone looks like a wrong instance. */
function working(answer: Route['answer']): Route['answer'] {
  return (ask) => {
    if (ask.world.status(ask.account) !== 'WORKING') throw new Failure(404, 'invalid_session', lost);
    return answer(ask);
  };
}

function noRoute(status: 404 | 405): Route['answer'] {
  return () => {
    throw new Failure(status, 'rest_no_route', 'No route was found matching the URL and request method.');
  };
}
