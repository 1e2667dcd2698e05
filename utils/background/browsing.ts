import { folded } from '../find-groups';
import { bareCode, type InviteCode, inviteUrl } from '../invite-link';
import { inviteCodesIn } from '../invites-in/codes';
import type { GroupId } from '../model/group';
import type { HandOut, LedgerSummary } from '../model/hand-out';
import type { CodeLife, RecordAsk, RecordFilter, RecordPage } from '../model/record';
import { codeLives } from '../store/code-lives';
import { handOuts as handOutsOf } from '../store/hand-outs';
import { accountsItem, read } from '../store/items';
import * as ledger from '../store/ledger';
import type { Sought } from '../store/life';

/** Every code that any group has had, newest first. */
export async function codes(asked: RecordAsk): Promise<RecordPage<CodeLife>> {
  const accounts = await read(accountsItem).catch(() => []);
  const fits = isSearch(asked.filter) ? { fits: fitsCode(asked.filter) } : {};
  return codeLives({ asked, accounts: accounts.map(({ id }) => id), ...fits });
}

/** Every hand-out, newest first. */
export function handOuts(asked: RecordAsk): Promise<RecordPage<HandOut>> {
  const { text = '', printed } = asked.filter;
  const [code, ...others] = codesIn(text);
  return handOutsOf({
    asked,
    fits: isSearch(asked.filter) ? fitsHandOut(asked.filter) : undefined,
    byName: printed !== undefined || (code === undefined && text.trim() !== ''),
    code: others.length === 0 ? code : undefined,
  });
}

/** Whether more is asked for than every line, or every line of one group. */
function isSearch({ group: _, text = '', ...filter }: RecordFilter): boolean {
  return text.trim() !== '' || Object.values(filter).some((wish) => wish !== undefined);
}

/** Where one code is out in the world. */
export function summary({ group, code }: { group: GroupId; code: InviteCode }): Promise<LedgerSummary> {
  return ledger.summary(group, code);
}

/** Whether a code is what was looked for. Of days, those on which it was in use. Pure. */
export function fitsCode({ text = '', group, groups, state, since = -Infinity, until = Infinity }: RecordFilter) {
  const hasText = search(text);
  const any = groups && new Set(groups);
  return (life: Sought): boolean => {
    const { code, name, firstSeen, ended } = life;
    return (
      (group === undefined || life.group === group) &&
      (any?.has(life.group) ?? true) &&
      (state === undefined || (ended?.event ?? 'current') === state) &&
      firstSeen <= until &&
      (ended?.at ?? Infinity) >= since &&
      hasText(code, [name, life.group, ended?.reason])
    );
  };
}

/** Whether a hand-out is what was looked for. Pure. */
export function fitsHandOut(filter: RecordFilter) {
  const { text = '', group, groups, shape, printed, since = -Infinity, until = Infinity } = filter;
  const hasText = search(text);
  const any = groups && new Set(groups);
  return (given: HandOut): boolean =>
    (group === undefined || given.group === group) &&
    (any?.has(given.group) ?? true) &&
    (shape === undefined || given.shape === shape) &&
    (printed === undefined || given.printed === printed) &&
    given.at >= since &&
    given.at <= until &&
    hasText(given.code, [given.name, given.group, given.label]);
}

type Search = (code: InviteCode, texts: readonly (string | undefined)[]) => boolean;

/** Somebody who pastes links looks for their codes; else every word has to occur, whatever its case and accents. */
function search(text: string): Search {
  const codes = new Set(codesIn(text));
  if (codes.size > 0) return (code) => codes.has(code);
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  // A hundred thousand lines have few names. No word goes over the end of one text into the next.
  const known = new Map<string, string>();
  const foldedOnce = (text: string) => known.get(text) ?? remembered(known, text);
  const isIn = (text: string | undefined, word: string) => text !== undefined && foldedOnce(text).includes(word);
  return (code, texts) => {
    const link = inviteUrl(code).toLowerCase();
    return words.every((word) => texts.some((text) => isIn(text, word)) || link.includes(word));
  };
}

function remembered(known: Map<string, string>, text: string): string {
  const plain = folded(text);
  known.set(text, plain);
  return plain;
}

function codesIn(text: string): readonly InviteCode[] {
  const code = bareCode(text.trim());
  return code ? [code] : inviteCodesIn(text);
}
