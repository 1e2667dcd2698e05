import type { InviteCode } from '../../../utils/invite-link';
import type { Sight, Verdict } from '../../../utils/model/sight';

/** Which invites to show: all, those nobody looked at, one's own, or those of one verdict. */
export type Which = 'all' | 'unseen' | 'own' | Verdict;

export const everyWhich: readonly Which[] = [
  ...(['all', 'unseen', 'own'] as const),
  ...(['live', 'approval', 'full', 'retired', 'invalid', 'unknown'] as const),
];

/** How long what was seen holds. */
const freshMs = 10 * 60_000;

/** What to say of an invite: nothing while nobody has looked. Of one's own retired codes the record tells. */
export function verdictShown(sight: Sight | undefined): Verdict | undefined {
  if (sight?.own?.code === 'retired' && sight.verdict === 'unknown') return 'retired';
  return sight?.verdict;
}

/** Whether a look would tell more than is known. */
export function wantsLook(sight: Sight | undefined, now: number): boolean {
  if (sight?.own?.code === 'retired') return false;
  return !sight || sight.verdict === 'unknown' || now - sight.seenAt > freshMs;
}

/** Whether an invite is of no use to anybody, and so is not handed on. */
export function isDead(sight: Sight | undefined): boolean {
  const verdict = verdictShown(sight);
  return verdict === 'retired' || verdict === 'invalid';
}

interface Choosing {
  readonly codes: readonly InviteCode[];
  readonly of: ReadonlyMap<InviteCode, Sight>;
  readonly which: Which;
  readonly text: string;
}

/** The invites to show, in order of appearance. Text is looked for in names, descriptions and codes. */
export function chosen({ codes, of, which, text }: Choosing): InviteCode[] {
  const wanted = text.trim().toLocaleLowerCase();
  return codes.filter((code) => {
    const sight = of.get(code);
    return isOf(which, sight) && (wanted === '' || textOf(code, sight).includes(wanted));
  });
}

/** How many there are of each. */
export function counts({ codes, of }: Pick<Choosing, 'codes' | 'of'>): ReadonlyMap<Which, number> {
  const found = new Map<Which, number>();
  for (const code of codes) {
    const sight = of.get(code);
    for (const which of everyWhich) if (isOf(which, sight)) found.set(which, (found.get(which) ?? 0) + 1);
  }
  return found;
}

function isOf(which: Which, sight: Sight | undefined): boolean {
  if (which === 'all') return true;
  if (which === 'own') return sight?.own !== undefined;
  return (verdictShown(sight) ?? 'unseen') === which;
}

function textOf(code: InviteCode, sight: Sight | undefined): string {
  const { name = '', description = '', own } = sight ?? {};
  return [name, own?.inside?.name ?? '', description, code].join('\n').toLocaleLowerCase();
}
