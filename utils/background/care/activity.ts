import { folded } from '../../find-groups';
import { bareCode, inviteUrl } from '../../invite-link';
import { inviteCodesIn } from '../../invites-in/codes';
import type { RecordPage } from '../../model/record';
import type { Activity, ActivityFilter } from '../../over-time/model';
import { addToLog, logPage } from '../../store/log';

/** Writes one line of the activity log. Never rejects: what was done counts for more than the word of it. */
export async function logged(line: Omit<Activity, 'id' | 'seq' | 'at'>): Promise<void> {
  // What is not known is left out: a line that says so is none that can be read.
  const known = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as typeof line;
  await addToLog({ ...known, id: crypto.randomUUID(), at: Date.now() }).catch(() => undefined);
}

/** What Latchkey did by itself, newest first. */
export function list({
  filter,
  ...asked
}: {
  readonly filter: ActivityFilter;
  readonly before?: number;
  readonly limit: number;
}): Promise<RecordPage<Activity>> {
  return logPage({ ...asked, fits: fitsActivity(filter), group: filter.group });
}

/** Whether a line is what was looked for. Pure. */
export function fitsActivity(filter: ActivityFilter): (line: Activity) => boolean {
  const { text = '', what, how, group, since = -Infinity, until = Infinity } = filter;
  const hasText = search(text);
  return (line) =>
    (what === undefined || line.what === what) &&
    (how === undefined || line.how === how) &&
    (group === undefined || line.group === group) &&
    line.at >= since &&
    line.at <= until &&
    hasText(line);
}

/** Somebody who pastes links looks for their codes; else every word has to occur, whatever its case and accents. */
function search(text: string): (line: Activity) => boolean {
  const bare = bareCode(text.trim());
  const wanted = new Set<string>(bare ? [bare] : inviteCodesIn(text));
  if (wanted.size > 0) return (line) => codesOf(line).some((code) => wanted.has(code));
  const words = folded(text).split(/\s+/).filter(Boolean);
  return (line) => {
    const { name, accountName = '', group = '' } = line;
    const all = folded([name, accountName, group, ...codesOf(line).map(inviteUrl)].join(' '));
    return words.every((word) => all.includes(word));
  };
}

function codesOf({ code, old }: Pick<Activity, 'code' | 'old'>) {
  return [code, old].filter((one) => one !== undefined);
}
