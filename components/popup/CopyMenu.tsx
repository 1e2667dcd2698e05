import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { Menu, type MenuItem } from '../ui/Menu';
import { shapesInOrder, shapeWords } from './shape-words';

interface CopyMenuProps {
  readonly shape: Shape;
  readonly onChoose: (shape: Shape) => void;
  readonly disabled: boolean;
}

/** Every shape that an invite can leave the house in. */
export function CopyMenu({ shape, onChoose, disabled }: CopyMenuProps) {
  const items: readonly MenuItem[] = shapesInOrder.map((id) => ({
    id,
    label: say(shapeWords[id].name),
    checked: id === shape,
    apart: id === 'qr',
  }));
  const choose = (id: string) => {
    const chosen = shapesInOrder.find((one) => one === id);
    if (chosen) onChoose(chosen);
  };
  return <Menu label={say('copyAs')} items={items} onChoose={choose} disabled={disabled} />;
}
