import type { Ref } from 'preact';
import { shapeWords } from '../../utils/handout/shape-words';
import type { Shape } from '../../utils/model/hand-out';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { Icon } from '../ui/Icon';
import { TroubleLater } from '../ui/trouble-later';
import { CopyMenu } from './CopyMenu';
import { ByHand } from './on-demand';
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
      {now.outcome === 'troubled' && <TroubleLater trouble={now.trouble} />}
    </>
  );
}
