import type { Call } from './call.ts';
import { type Dialect, dialect, on, type Picks, type Route } from './dialect.ts';
import { asleep, wppconnectAnswers } from './wppconnect-answers.ts';
import { explainWppconnect, Said } from './wppconnect-errors.ts';

/** WPPConnect Server, as of 2.10: WhatsApp Web in a browser of the server's own. */
export const wppconnectChoices = {
  /** A route of its own for one group came in September 2025; before, there is only the chat. */
  groupInfo: ['present', 'absent'],
  /** WhatsApp Web's own ids are objects; some builds serialise them. */
  ids: ['objects', 'strings'],
  /** Whether the body of an error holds what the page threw; the first versions kept it to themselves. */
  errors: ['told', 'kept'],
  /** Where an admin must approve, the page has been seen to throw although the request was sent. */
  pending: ['told', 'thrown'],
} as const;

export type WppconnectPicks = Picks<typeof wppconnectChoices>;

const tokens: Readonly<Record<string, string>> = { demo: 'wppconnect-demo-token', big: 'wppconnect-big-token' };

export const wppconnect = (): Dialect =>
  dialect({
    make: 'wppconnect',
    label: 'WPPConnect Server',
    hosts: [],
    holders: {
      demo: { fields: { session: 'demo' }, secrets: { token: 'wppconnect-demo-token' } },
      big: { fields: { session: 'big' }, secrets: { token: 'wppconnect-big-token' } },
    },
    choices: wppconnectChoices,
    routes,
    caller,
    explain: explainWppconnect,
  });

/** A token is a hash of the session's name: one that does not fit and a session that nobody made look the same. */
function caller({ path, headers }: Call): string {
  const session = decodeURIComponent(path.split('/')[2] ?? '').split(':')[0] ?? '';
  const [, token] = headers.authorization?.split(' ') ?? [];
  if (!token) throw new Said(401, { message: 'Token is not present. Check your header and try again' });
  if (tokens[session] !== token) throw new Said(401, { error: 'Check that the Session and Token are correct' });
  return session;
}

function routes(picks: WppconnectPicks): Route[] {
  const say = wppconnectAnswers(picks);
  const at = '/api/{session}';
  return [
    on(`GET ${at}/status-session`, 'session', say.status),
    on(`GET ${at}/check-connection-session`, 'session', say.connection),
    on(`GET ${at}/get-phone-number`, 'account', awake(say.number)),
    on(`GET ${at}/all-groups`, 'list', awake(say.groups)),
    on(`POST ${at}/list-chats`, 'list', awake(say.chats)),
    ...(picks.groupInfo === 'present' ? [on(`GET ${at}/group-info/{id}`, 'info', awake(say.info))] : []),
    on(`GET ${at}/chat-by-id/{id}`, 'info', awake(say.chat)),
    on(`GET ${at}/group-members/{id}`, 'participants', awake(say.members)),
    on(`GET ${at}/group-admins/{id}`, 'participants', awake(say.admins)),
    on(`GET ${at}/profile-pic/{id}`, 'picture', awake(say.picture)),
    on(`GET ${at}/group-invite-link/{id}`, 'code', awake(say.code)),
    on(`GET ${at}/group-revoke-link/{id}`, 'revoke', awake(say.revoke)),
    on(`POST ${at}/group-info-from-invite-link`, 'probe', awake(say.probe)),
    on(`POST ${at}/join-code`, 'join', awake(say.join)),
    on(`POST ${at}/leave-group`, 'leave', awake(say.leave)),
    on(`POST ${at}/send-message`, 'send', awake(say.send)),
  ];
}

/** Everything but the session's own state wants WhatsApp connected. */
function awake(answer: Route['answer']): Route['answer'] {
  return (ask) => {
    if (ask.world.status(ask.account) !== 'WORKING') throw asleep();
    return answer(ask);
  };
}
