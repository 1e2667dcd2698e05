import { type Answer, type Call, Failure, json } from './call.ts';
import { Refusal } from './refusal.ts';
import type { WppconnectPicks } from './wppconnect.ts';

/** An answer of the server's own making, word for word. */
export class Said extends Failure {
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(status, 'said', '');
    this.body = body;
  }
}

/** What the page threw, with what of it survives being written as JSON: an error's message does not. */
export class Thrown extends Failure {
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(facts: Readonly<Record<string, unknown>> = {}) {
    super(500, 'thrown', '');
    this.facts = facts;
  }
}

/** The server's sentence for each route; 500 but for one of them. */
const sentences: Readonly<Record<string, string>> = {
  'all-groups': 'Error fetching groups',
  'list-chats': 'Error on get all chats',
  'group-info': 'Error on get group info',
  'chat-by-id': 'Error changing chat by Id',
  'group-members': 'Error on get group members',
  'group-admins': 'Error retrieving group admin(s)',
  'profile-pic': 'Error on  get profile pic',
  'get-phone-number': 'Error retrieving phone number',
  'group-invite-link': 'Error on get group invite link',
  'group-revoke-link': 'Error on revoke group invite link',
  'group-info-from-invite-link': 'Error on get group info from invite link',
  'join-code': 'The informed contact(s) did not join the group successfully',
  'leave-group': 'Erro ao sair do(s) grupo(s)',
  'send-message': 'Error sending the message.',
};

export function explainWppconnect(trouble: Failure | Refusal, call: Call, picks: WppconnectPicks): Answer {
  if (trouble instanceof Said) return json(trouble.body, trouble.status);
  if (trouble instanceof Thrown) return caught(call, trouble.facts, picks);
  if (trouble instanceof Refusal) return caught(call, thrownBy(trouble, call), picks);
  if (trouble.slug === 'rest_no_route') return noRoute(call);
  if (trouble.status === 401) return json({ error: 'Check that the Session and Token are correct' }, 401);
  return json({ status: 'error', message: trouble.message }, trouble.status);
}

/** WhatsApp's refusals come with their number, except for a probe: it says the same whatever went wrong. */
function thrownBy({ number }: Refusal, { path, body }: Call): Readonly<Record<string, unknown>> {
  if (routeOf(path) === 'group-info-from-invite-link') {
    return { code: 'invalid_invite_code', inviteCode: body?.invitecode };
  }
  return { name: 'ServerStatusCodeError', status: number, statusCode: number };
}

/** The server's logger leaves its `level` in whatever it has logged. */
function caught({ path }: Call, facts: Readonly<Record<string, unknown>>, { errors }: WppconnectPicks): Answer {
  const route = routeOf(path);
  const told = errors === 'told' && route !== 'list-chats';
  const word = route === 'send-message' ? 'Error' : 'error';
  const body = { status: word, message: sentences[route], ...(told && { error: { ...facts, level: 'error' } }) };
  return json(body, route === 'group-revoke-link' ? 400 : 500);
}

function routeOf(path: string): string {
  return path.split('/')[3] ?? '';
}

/** Express's own page. */
function noRoute({ method, path }: Call): Answer {
  const page = [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>',
    `<pre>Cannot ${method} ${encodeURI(path)}</pre>\n</body>\n</html>\n`,
  ];
  return { status: 404, type: 'text/html; charset=utf-8', body: page.join('\n') };
}
