import type { SentKind } from '../keeping/model';
import type { Gateway } from '../providers/provider';

/** What each verb of a gateway's is called where it is told what was sent. */
const kinds: Readonly<Record<keyof Gateway, SentKind>> = {
  ...{ session: 'session', groups: 'groups', group: 'group', members: 'members', picture: 'picture' },
  ...{ invite: 'invite', revoke: 'revoke', probe: 'probe', join: 'join', leave: 'leave', send: 'send' },
  // The connection test's two.
  ...{ tune: 'session', mayChange: 'session' },
};

/**
 * A gateway each of whose verbs has a connection of its own, so that every request is known by what it was sent for. Whatever
 * a verb asks besides, as who "I" am, counts as part of it.
 */
export function byVerb(connected: (kind: SentKind) => Gateway): Gateway {
  const opened = new Map<PropertyKey, Gateway>();
  return new Proxy(connected('session'), {
    get(first, name) {
      if (!isVerb(name) || Reflect.get(first, name) === undefined) return Reflect.get(first, name);
      const gateway = opened.get(name) ?? connected(kinds[name]);
      opened.set(name, gateway);
      return gateway[name];
    },
  });
}

function isVerb(name: PropertyKey): name is keyof Gateway {
  return Object.hasOwn(kinds, name);
}
