import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inviteCode } from '../../utils/invite-link';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { PasteLink } from './PasteLink';
import { openOptions } from './TroubleAction';

interface FirstStepsProps {
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
}

/** Nothing set up yet: one sentence, and two ways on. */
export function FirstSteps({ shape, onShape }: FirstStepsProps) {
  const begin = useRef<HTMLButtonElement>(null);
  const enter = useRef<() => void>(undefined);
  const [text, setText] = useState('');
  const code = inviteCode(text);
  useLayoutEffect(() => begin.current?.focus(), []);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') enter.current?.();
  };
  return (
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
        error={text.trim().length > 10 && !code ? say('pasteNotInvite') : undefined}
        input={{ placeholder: 'chat.whatsapp.com/…', inputMode: 'url', onKeyDown }}
      />
      {code && <PasteLink key={code} code={code} shape={shape} onShape={onShape} canLook={false} enter={enter} />}
    </div>
  );
}
