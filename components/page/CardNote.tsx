import { useLayoutEffect, useRef } from 'preact/hooks';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { troubleWords } from '../../utils/wording';
import { say } from '../../utils/words';
import type { Outcome } from './use-deeds';

interface CardNoteProps {
  readonly code: InviteCode;
  readonly outcome: Outcome | undefined;
}

/** What became of the last thing that was done; read out as it appears. */
export function CardNote({ code, outcome }: CardNoteProps) {
  const isCopied = outcome?.kind === 'copied';
  return (
    <>
      <p class={isCopied ? 'unseen' : 'note'} role="status">
        {wordsFor(outcome)}
      </p>
      {outcome?.kind === 'copy-refused' && <ByHand text={inviteUrl(code)} />}
    </>
  );
}

function wordsFor(outcome: Outcome | undefined): string | undefined {
  if (outcome?.kind === 'troubled') {
    const { what, next } = troubleWords(outcome.trouble);
    return `${what} ${next}`;
  }
  if (outcome?.kind === 'copied') return say('copied');
  if (outcome?.kind === 'copy-refused') return `${say('troubleClipboardRefused')} ${say('copyByHand')}`;
  if (outcome?.kind === 'window') return say('cardWindow');
  return outcome?.kind === 'covered' ? say('cardCovered') : undefined;
}

/** The way that is always left: text, already selected. */
function ByHand({ text }: { readonly text: string }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  return <input ref={field} class="by-hand" readOnly dir="ltr" value={text} aria-label={say('textToCopy')} />;
}
