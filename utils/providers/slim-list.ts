import type { Session } from '../model/account';
import type { Group } from '../model/group';
import { groupsIn, meFor } from './groups-in';
import { allPages, lazily, orSmaller } from './pages';

type Query = Readonly<Record<string, string>>;

const slim = { limit: '500', exclude: 'participants' };

/**
 * The groups of a gateway whose list takes `limit`, `offset` and `exclude=participants`, as WAHA's does, and Wawp's
 * after it: whole where that can be read, else page by page and without members.
 * `ask` gives a list's body.
 */
export function slimList(ask: (query: Query) => Promise<unknown>, me: () => Promise<Session['me']>): Promise<Group[]> {
  const known = lazily(me);
  const part = async (query: Query) => {
    const list = await ask(query);
    return groupsIn(list, await meFor(list, known));
  };
  const pages = () => allPages(async (offset) => ({ groups: await part({ ...slim, offset: `${offset}` }) }));
  return orSmaller(() => part({}), pages);
}

/** Who "I" am; nobody where the session cannot be asked: the groups are worth having all the same. */
export function meOf(session: () => Promise<Session>): () => Promise<Session['me']> {
  return () =>
    session().then(
      ({ me }) => me,
      () => [],
    );
}
