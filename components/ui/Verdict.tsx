import type { Verdict as VerdictKind } from '../../utils/model';
import { say, type Word } from '../../utils/words';

const words: Record<VerdictKind, Word> = {
  live: 'verdictLive',
  approval: 'verdictApproval',
  invalid: 'verdictInvalid',
  retired: 'verdictRetired',
  full: 'verdictFull',
  unknown: 'verdictUnknown',
};

export type { VerdictKind };

/** Shape, word and colour together, so that none of them is needed alone. */
export function Verdict({ kind }: { readonly kind: VerdictKind }) {
  return (
    <span class={`verdict ${kind}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
        <Sign kind={kind} />
      </svg>
      {say(words[kind])}
    </span>
  );
}

function Sign({ kind }: { readonly kind: VerdictKind }) {
  if (kind === 'live') return <circle cx="5" cy="5" r="4" />;
  if (kind === 'retired') return <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5" />;
  if (kind === 'approval') return <path d="M5 0a5 5 0 0 1 0 10zM5 0a5 5 0 0 0 0 10V8.6a3.6 3.6 0 0 1 0-7.2z" />;
  if (kind === 'invalid') return <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="currentColor" stroke-width="1.8" />;
  if (kind === 'full') return <path d="M5 0 10 5 5 10 0 5z" />;
  return (
    <text x="5" y="9.5" text-anchor="middle" font-size="13" font-weight="700">
      ?
    </text>
  );
}
