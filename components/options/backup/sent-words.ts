import { type SentKind, sentKinds } from '../../../utils/keeping/model';
import { language, say, type Word } from '../../../utils/words';

const words: Readonly<Record<SentKind, Word>> = {
  session: 'sentSession',
  groups: 'sentGroups',
  group: 'sentGroup',
  members: 'sentMembers',
  picture: 'sentPicture',
  invite: 'sentInvite',
  revoke: 'sentRevoke',
  probe: 'sentProbe',
  join: 'sentJoin',
  leave: 'sentLeave',
  send: 'sentSend',
  page: 'sentPage',
  photo: 'sentPhoto',
};

/** "read a link (12), retire a link (2)", the most frequent first. */
export function kindWords(kinds: Readonly<Record<string, number>>): string {
  const all = sentKinds.filter((kind) => (kinds[kind] ?? 0) > 0).toSorted((a, b) => (kinds[b] ?? 0) - (kinds[a] ?? 0));
  const parts = all.map((kind) => say('sentTimes', say(words[kind]), kinds[kind] ?? 0));
  return new Intl.ListFormat(language(), { type: 'unit', style: 'long' }).format(parts);
}
