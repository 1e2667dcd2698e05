import type { Shape } from '../../utils/model/hand-out';
import { say } from '../../utils/words';
import { Menu } from '../ui/Menu';
import { ShapeMenu } from './on-demand';

interface CopyMenuProps {
  readonly shape: Shape;
  readonly onChoose: (shape: Shape) => void;
  readonly disabled: boolean;
}

/** Every shape that an invite can leave the house in. */
export function CopyMenu({ shape, onChoose, disabled }: CopyMenuProps) {
  return (
    <Menu label={say('copyAs')} disabled={disabled}>
      {(open) => <ShapeMenu {...open} shape={shape} onChoose={onChoose} />}
    </Menu>
  );
}
