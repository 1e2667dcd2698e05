import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { PastedLink } from './PastedLink';
import { pastedIn } from './pasted';
import { openOptions } from './TroubleAction';

interface FirstStepsProps {
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  /** What stands beneath it. */
  readonly foot: ComponentChildren;
}

/** Nothing set up yet: one sentence, and two ways on. */
export function FirstSteps({ shape, onShape, foot }: FirstStepsProps) {
  const begin = useRef<HTMLButtonElement>(null);
  const enter = useRef<() => void>(undefined);
  const [text, setText] = useState('');
  const { code, more, whyNot } = pastedIn(text);
  useLayoutEffect(() => begin.current?.focus(), []);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') enter.current?.();
  };
  return (
    <>
      <div class="first-steps">
        <h1>{say('firstTitle')}</h1>
        <p class="quiet-text">{say('firstSentence')}</p>
        <button ref={begin} type="button" class="button primary" onClick={openOptions}>
          {say('addAccount')}
        </button>
        <p class="or small quiet-text">{say('orElse')}</p>
        <Field
          label={say('pasteLabel')}
          value={text}
          onValue={setText}
          hint={say('pasteHint')}
          error={whyNot ?? (text.trim().length > 10 && !code ? say('pasteNotInvite') : undefined)}
          input={{ placeholder: 'chat.whatsapp.com/…', inputMode: 'url', onKeyDown }}
        />
        {code && (
          <PastedLink
            key={code}
            code={code}
            more={more}
            shape={shape}
            onShape={onShape}
            hasAccount={false}
            enter={enter}
          />
        )}
      </div>
      {foot}
    </>
  );
}
