import type { Verdict as VerdictKind } from '../../utils/model';
import { verdictSigns, verdictWords } from '../../utils/verdict-words';

export type { VerdictKind };

/** Shape, word and colour together, so that none of them is needed alone. */
export function Verdict({ kind }: { readonly kind: VerdictKind }) {
  return (
    <span class={`verdict ${kind}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
        <path d={verdictSigns[kind]} />
      </svg>
      {verdictWords(kind)}
    </span>
  );
}
