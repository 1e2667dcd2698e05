import { type Answer, Failure, json } from './call.ts';
import type { Ask, Route } from './dialect.ts';
import { accounts } from './group.ts';
import type { WahaPicks } from './waha.ts';

/** What a key may be good for: to look at a session, or to act for it. */
export type Action = 'read' | 'send';

/** The server's own key opens every session; the others are for one. */
export const keys: Readonly<Record<string, { readonly session?: string; readonly may: readonly Action[] }>> = {
  'waha-demo-key': { may: ['read', 'send'] },
  'waha-big-key': { session: 'big', may: ['read', 'send'] },
  'waha-read-key': { session: 'demo', may: ['read'] },
};

/** Whether a key opens a session for this. */
export function opens(key: string, session: string, action: Action): boolean {
  const rights = keys[key];
  return rights?.may.includes(action) === true && (rights.session ?? session) === session;
}

/** Turns away, in this order: a key that is not for it, a session nobody knows, and one that is not connected. */
export function behind(action: Action, picks: WahaPicks, answer: Route['answer']): Route['answer'] {
  return (ask) => {
    const session = sessionIn(ask);
    if (!opens(ask.account, session, action)) throw forbidden();
    if (!isKnown(session)) return unknownSession(session, picks);
    const status = ask.world.status(session);
    return status === 'WORKING' ? answer({ ...ask, account: session }) : notWorking(session, status);
  };
}

export const isKnown = (session: string): boolean => Object.hasOwn(accounts, session);
export const forbidden = () => new Failure(403, 'forbidden', 'Forbidden');

function sessionIn({ params, call }: Ask): string {
  const session = params.session ?? call.body?.session;
  if (typeof session === 'string' && session.trim() !== '') return session;
  throw new Failure(400, 'bad_request', 'Session name is required');
}

function unknownSession(session: string, { build }: WahaPicks): Answer {
  if (build === 'newer') return json({ error: `Session "${session}" does not exist`, session }, 422);
  const message = `We didn't find a session with name '${session}'.\nPlease start it first by using POST /api/sessions/${session}/start request`;
  return json({ statusCode: 404, message, error: 'Not Found' }, 404);
}

function notWorking(session: string, status: string): Answer {
  const error = 'Session status is not as expected. Try again later or restart the session';
  return json({ error, session, status, expected: ['WORKING'] }, 422);
}
