import type { Verdict } from '../../utils/model/sight';

interface VerdictMarkProps {
  readonly kind: Verdict;
  readonly sign: string;
  readonly words: string;
}

/** Shape, word and colour together, so that none of them is needed alone. */
export function VerdictMark({ kind, sign, words }: VerdictMarkProps) {
  return (
    <span class={`verdict ${kind}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
        <path d={sign} />
      </svg>
      {words}
    </span>
  );
}
