import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { Icon } from '../ui/Icon';
import { Notice, TroubleNotice } from '../ui/Notice';
import { CopyMenu } from './CopyMenu';
import { shapeWords } from './shape-words';
import type { HandedOut } from './use-hand-out';

interface CopyRowProps {
  readonly shape: Shape;
  readonly now: HandedOut;
  readonly onGive: (shape: Shape) => void;
  /** Other words for the primary button. */
  readonly label?: string | undefined;
  readonly primary?: Ref<HTMLButtonElement>;
  readonly disabled?: boolean;
  /** Whether it is one of the demo's links. */
  readonly isDemo?: boolean;
}

/** The one primary button, the other shapes beside it, and what became of the last copy. */
export function CopyRow({ shape, now, onGive, label, primary, disabled = false, isDemo = false }: CopyRowProps) {
  const done = now.outcome === 'done' && now.shape;
  return (
    <>
      <div class="copy-row">
        <button ref={primary} type="button" class="button primary" disabled={disabled} onClick={() => onGive(shape)}>
          {done && <Icon name="check" />}
          {done ? say(shapeWords[done].done) : (label ?? say(shapeWords[shape].act))}
          {done && isDemo && <DemoMark />}
        </button>
        <CopyMenu shape={shape} onChoose={onGive} disabled={disabled} />
      </div>
      {now.outcome === 'refused' && <ByHand text={now.text} />}
      {now.outcome === 'troubled' && <TroubleNotice trouble={now.trouble} />}
    </>
  );
}

/** The way that is always left: text, already selected. */
function ByHand({ text }: { readonly text: string }) {
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
