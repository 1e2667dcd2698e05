import type { LedgerSummary, Shape } from '../../utils/model/hand-out';
import type { Word } from '../../utils/words';

type KindWord = Extract<Word, 'outMails' | 'outLinks' | 'outQrCodes'>;

/** What people call the shapes in which an invite left. */
const kinds: readonly (readonly [KindWord, readonly Shape[]])[] = [
  ['outMails', ['button', 'source']],
  ['outLinks', ['link', 'rich', 'markdown']],
  ['outQrCodes', ['qr', 'png', 'svg']],
];

/** How many of each kind have left; kinds of which there are none are left out. */
export function kindsIn({ byShape }: Pick<LedgerSummary, 'byShape'>): readonly (readonly [KindWord, number])[] {
  return kinds
    .map(([word, shapes]) => [word, shapes.reduce((sum, shape) => sum + (byShape[shape] ?? 0), 0)] as const)
    .filter(([, count]) => count > 0);
}
