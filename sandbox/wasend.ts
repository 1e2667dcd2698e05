import { Failure } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { awake, wasendAnswers } from './wasend-answers.ts';
import { explainWasend } from './wasend-errors.ts';

/** Wasend: WAHA on whatsmeow. Its documents and its own package disagree; `documented` is the documents. */
export const wasendChoices = {
  code: ['object', 'string', 'quoted', 'url'],
  /** The engine underneath is known to hand the old link back. */
  rotates: ['yes', 'no'],
  probe: ['documented', 'sdk'],
  join: ['documented', 'sdk'],
  joinField: ['either', 'code', 'inviteCode'],
  list: ['documented', 'sdk'],
  leave: ['documented', 'sdk'],
  inviteLink: ['present', 'absent'],
  session: ['flat', 'sdk', 'downstream'],
  words: ['CONNECTED', 'WORKING'],
  people: ['phone', 'lid'],
  errors: ['success-false', 'message', 'in-200'],
  refusals: ['clean', 'upstream'],
} as const;

export type WasendPicks = Picks<typeof wasendChoices>;

const keys: Readonly<Record<string, string>> = { 'wasend-demo-key': 'demo', 'wasend-big-key': 'big' };

export const wasend = (): Dialect =>
  dialect({
    make: 'wasend',
    label: 'Wasend',
    hosts: ['api.wasend.dev'],
    holders: {
      demo: { fields: { session: 'demo' }, secrets: { key: 'wasend-demo-key' } },
      big: { fields: { session: 'big' }, secrets: { key: 'wasend-big-key' } },
    },
    choices: wasendChoices,
    routes,
    caller: ({ headers }) => keyHolder(headers.authorization),
    explain: explainWasend,
  });

/** A session is named after the account it speaks for. */
function keyHolder(authorization = ''): string {
  const account = keys[/^Bearer (.+)$/.exec(authorization)?.[1] ?? ''];
  if (!account) throw new Failure(401, 'unauthorized', authorization ? 'Invalid API key' : 'Missing API key');
  return account;
}

function routes(picks: WasendPicks): Route[] {
  const say = wasendAnswers(picks);
  const groups = '/{session}/groups';
  const group = `${groups}/{id}`;
  const documentedOnly = [
    on(`GET ${group}/invite-link`, 'code', working(say.link)),
    on(`POST ${group}/invite-link/revoke`, 'revoke', working(say.revokeLink)),
  ];
  return [
    on('GET /sessions', 'session', say.sessions),
    on('GET /sessions/{session}', 'session', own(say.session)),
    on('GET /account', 'account', say.account),
    on('POST /sendText', 'send', say.send),
    on('POST /send', 'send', say.send),
    on(`GET ${groups}`, 'list', working(say.list)),
    on(`GET ${groups}/count`, 'count', working(say.count)),
    on(`GET ${groups}/join-info`, 'probe', working(say.probe)),
    on(`POST ${groups}/join`, 'join', working(say.join)),
    on(`GET ${group}`, 'info', working(say.info)),
    on(`GET ${group}/participants`, 'participants', working(say.participants)),
    on(`GET ${group}/picture`, 'picture', working(say.picture)),
    on(`GET ${group}/invite-code`, 'code', working(say.code)),
    on(`POST ${group}/invite-code/revoke`, 'revoke', working(say.revoke)),
    on(`POST ${group}/leave`, 'leave', working(say.leave)),
    ...(picks.inviteLink === 'present' ? documentedOnly : []),
  ];
}

/** A key opens one session; any other does not exist for it. */
function own(answer: Route['answer']): Route['answer'] {
  return (ask) => {
    if (ask.params.session !== ask.account) throw new Failure(404, 'not_found', 'Session not found');
    return answer(ask);
  };
}

function working(answer: Route['answer']): Route['answer'] {
  return own((ask) => {
    awake(ask);
    return answer(ask);
  });
}
