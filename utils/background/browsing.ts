import { folded } from '../find-groups';
import { bareCode, type InviteCode, inviteCodesIn, inviteUrl } from '../invite-link';
import type { CodeLife, GroupId, HandOut, LedgerSummary, RecordAsk, RecordFilter, RecordPage } from '../model';
import { codeLives } from '../store/code-lives';
import { handOuts as handOutsOf } from '../store/hand-outs';
import { accountsItem, read } from '../store/items';
import * as ledger from '../store/ledger';

/** Every code that any group has had, newest first. */
export async function codes(asked: RecordAsk): Promise<RecordPage<CodeLife>> {
  const accounts = await read(accountsItem).catch(() => []);
  return codeLives({ asked, fits: fitsCode(asked.filter), accounts: accounts.map(({ id }) => id) });
}

/** Every hand-out, newest first. */
export function handOuts(asked: RecordAsk): Promise<RecordPage<HandOut>> {
  const { text = '', printed } = asked.filter;
  const [code, ...others] = codesIn(text);
  return handOutsOf({
    asked,
    fits: fitsHandOut(asked.filter),
    byName: printed !== undefined || (code === undefined && text.trim() !== ''),
    code: others.length === 0 ? code : undefined,
  });
}

/** Where one code is out in the world. */
export function summary({ group, code }: { group: GroupId; code: InviteCode }): Promise<LedgerSummary> {
  return ledger.summary(group, code);
}

/** Whether a code is what was looked for. Of days, those on which it was in use. Pure. */
export function fitsCode({ text = '', group, groups, state, since = -Infinity, until = Infinity }: RecordFilter) {
  const hasText = search(text);
  const any = groups && new Set(groups);
  return (life: CodeLife): boolean => {
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
  return (code, texts) => {
    const all = folded([inviteUrl(code), ...texts].join(' '));
    return words.every((word) => all.includes(word));
  };
}

function codesIn(text: string): readonly InviteCode[] {
  const code = bareCode(text.trim());
  return code ? [code] : inviteCodesIn(text);
}
