import { say, type Word } from '../../../utils/words';

export type Stand = 'current' | 'retired' | 'changed-elsewhere';

const words: Readonly<Record<Stand, Word>> = {
  current: 'historyCurrent',
  retired: 'historyRetired',
  'changed-elsewhere': 'historyChangedElsewhere',
};

/** How a code stands, by a shape and a word: full while it is the group's, hollow when it is not any more. */
export function Standing({ stand, word = words[stand] }: { readonly stand: Stand; readonly word?: Word }) {
  const isCurrent = stand === 'current';
  return (
    <span class={`standing ${stand}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle
          cx="5"
          cy="5"
          r="3.5"
          fill={isCurrent ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-width="1.5"
        />
      </svg>
      {say(word)}
    </span>
  );
}
