import { type Call, Failure } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { wahaAnswers } from './waha-answers.ts';
import { behind, keys } from './waha-doors.ts';
import { explainWaha, wahaPage } from './waha-failures.ts';

/** WAHA as people run it themselves. Each engine has shapes of its own; the builds differ in a few statuses and paths. */
export const wahaChoices = {
  engine: ['NOWEB', 'GOWS', 'WEBJS', 'WPP', 'ZAPO'],
  /** GOWS hands the old link back, by its source; the others make a new one. */
  rotates: ['by-engine', 'yes', 'no'],
  /** `older`: 404 for an unknown session, 201 for a POST, no `participants/v2`, an empty 200 for an unknown group. */
  build: ['newer', 'older'],
  /** Whether the size in a probe is the group's, or only the length of the members shown. */
  size: ['whole', 'partial'],
} as const;

export type WahaPicks = Picks<typeof wahaChoices>;

/** A session is named after the account it speaks for. `waha-read-key` opens `demo` as well, to look but not to touch. */
export const waha = (): Dialect =>
  dialect({
    make: 'waha',
    label: 'WAHA',
    hosts: [],
    holders: {
      demo: { fields: { session: 'demo' }, secrets: { key: 'waha-demo-key' } },
      big: { fields: { session: 'big' }, secrets: { key: 'waha-big-key' } },
    },
    choices: wahaChoices,
    routes,
    caller,
    explain: explainWaha,
  });

/** Whom it is for stands in each request; the key only has to be one of ours. */
function caller({ path, headers, query }: Call): string {
  if (!path.startsWith('/api/')) return '';
  const key = headers['x-api-key'] ?? query.get('x-api-key');
  if (typeof key === 'string' && Object.hasOwn(keys, key)) return key;
  throw new Failure(401, 'unauthorized', 'Unauthorized');
}

function routes(picks: WahaPicks): Route[] {
  const say = wahaAnswers(picks);
  const read = (answer: Route['answer']) => behind('read', picks, answer);
  const send = (answer: Route['answer']) => behind('send', picks, answer);
  const groups = '/api/{session}/groups';
  const group = `${groups}/{id}`;
  const v2 = on(`GET ${group}/participants/v2`, 'participants', read(say.participants));
  return [
    on('GET /', 'page', () => wahaPage),
    on('GET /dashboard', 'page', () => wahaPage),
    on('GET /dashboard/', 'page', () => wahaPage),
    on('GET /api/sessions', 'session', say.sessions),
    on('GET /api/sessions/', 'session', say.sessions),
    on('GET /api/sessions/{session}', 'session', say.session),
    on('POST /api/sendText', 'send', send(say.send)),
    on(`GET ${groups}`, 'list', read(say.list)),
    on(`GET ${groups}/count`, 'count', read(say.count)),
    on(`POST ${groups}/refresh`, 'refresh', send(say.refresh)),
    on(`GET ${groups}/join-info`, 'probe', read(say.probe)),
    on(`POST ${groups}/join`, 'join', send(say.join)),
    on(`GET ${group}`, 'info', read(say.info)),
    on(`GET ${group}/participants`, 'participants', read(say.people)),
    ...(picks.build === 'newer' ? [v2] : []),
    on(`GET ${group}/picture`, 'picture', read(say.picture)),
    on(`GET ${group}/invite-code`, 'code', read(say.code)),
    on(`POST ${group}/invite-code/revoke`, 'revoke', send(say.revoke)),
    on(`POST ${group}/leave`, 'leave', send(say.leave)),
  ];
}
