import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../utils/words';
import { Notice } from '../ui/Notice';

/** The way that is always left: text, already selected. */
export function ByHand({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    // A selection is copied only where the focus is.
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Notice tone="heed" title={say('clipboardRefused')}>
      {say('copyByHand')}
      <textarea ref={field} class="input" readOnly rows={2} value={text} aria-label={say('textToCopy')} />
    </Notice>
  );
}
