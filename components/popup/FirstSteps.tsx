import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Shape } from '../../utils/model/hand-out';
import { say } from '../../utils/words';
import { dressIn } from '../ui/dress-in';
import { Field } from '../ui/Field';
import { OpenDemo } from '../ui/OpenDemo';
import css from './first-steps.css?inline';
import { PasteLink } from './on-demand';
import { openOptions } from './options-page';
import { useEnterAfter } from './use-enter';
import { usePasted } from './use-pasted';

dressIn(css);

interface FirstStepsProps {
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  /** The demo is there: what the store says has changed. */
  readonly onDemo: () => void;
  /** What stands beneath it. */
  readonly foot: ComponentChildren;
}

/** Nothing set up yet: one sentence, and three ways on. */
export function FirstSteps({ shape, onShape, onDemo, foot }: FirstStepsProps) {
  const begin = useRef<HTMLButtonElement>(null);
  const enter = useRef<() => void>(undefined);
  const [text, setText] = useState('');
  const { code, more, whyNot, isAwaited } = usePasted(text);
  const onEnter = useEnterAfter(isAwaited, text, enter);
  useLayoutEffect(() => begin.current?.focus(), []);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') onEnter();
  };
  return (
    <>
      <main class="first-steps">
        <h1>{say('firstTitle')}</h1>
        <p class="quiet-text">{say('firstSentence')}</p>
        <button ref={begin} type="button" class="button primary" onClick={openOptions}>
          {say('addAccount')}
        </button>
        <OpenDemo onOpened={onDemo} />
        <p class="small quiet-text">{say('demoWhat')}</p>
        <p class="or small quiet-text">{say('orElse')}</p>
        <Field
          label={say('pasteLabel')}
          value={text}
          onValue={setText}
          hint={say('pasteHint')}
          error={whyNot ?? (text.trim().length > 10 && !code && !isAwaited ? say('pasteNotInvite') : undefined)}
          input={{ placeholder: 'chat.whatsapp.com/…', inputMode: 'url', onKeyDown }}
        />
        {code && (
          <PasteLink key={code} code={code} more={more} shape={shape} onShape={onShape} accounts={[]} enter={enter} />
        )}
      </main>
      {foot}
    </>
  );
}
