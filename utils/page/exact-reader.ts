import { type InviteInText, inviteCodesBehind, inviteCodesIn, invitesIn } from '../invites-in/codes';
import { isInline } from './invites-in-line';
import { nameOf } from './node';
import type { Reader } from './reader';
import { holds, parentOf } from './tree';

export const exactReader: Reader = { codesBehind: inviteCodesBehind, codesIn: inviteCodesIn, invitesIn: readJoined };

/** Where an invite seems to be missing, words may be glued to it that stand apart for the eye. */
function readJoined(line: string, texts: readonly Text[], begins: readonly number[]): readonly InviteInText[] {
  const invites = invitesIn(line);
  const named = line.match(/whatsapp(?:\.com|:\/)/gi)?.length ?? 0;
  if (named <= invites.length) return invites;
  const cuts = texts.flatMap((text, nth) => (nth === 0 || standsApart(texts[nth - 1], text) ? (begins[nth] ?? 0) : []));
  const more = cuts.flatMap((from, nth) =>
    invitesIn(line.slice(from, cuts[nth + 1])).map(({ code, start, end }) => ({
      code,
      start: start + from,
      end: end + from,
    })),
  );
  return [...invites, ...more.filter((one) => !invites.some(({ start, end }) => start < one.end && one.start < end))];
}

/** Whether one of the elements that end or begin between two texts is a link, or no part of the line by its style. */
function standsApart(one: Text | undefined, other: Text): boolean {
  return one !== undefined && (endsApart(one, other) || endsApart(other, one));
}

function endsApart(inside: Text, outside: Text): boolean {
  for (let at = parentOf(inside); at && isInline(at) && !holds(at, outside); at = parentOf(at))
    if (nameOf(at) === 'a' || !/^(?:inline|contents)$/.test(getComputedStyle(at).display)) return true;
  return false;
}
