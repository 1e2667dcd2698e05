import type { Shape } from '../../utils/model/hand-out';
import { say } from '../../utils/words';
import type { MenuItem, OpenMenu } from '../ui/Menu';
import { MenuList } from '../ui/MenuList';
import { shapeNames, shapesInOrder } from './shape-names';

interface ShapeMenuProps extends OpenMenu {
  readonly shape: Shape;
  readonly onChoose: (shape: Shape) => void;
}

/** The open menu of shapes. */
export function ShapeMenu({ shape, onChoose, ...menu }: ShapeMenuProps) {
  const items: readonly MenuItem[] = shapesInOrder.map((id) => ({
    id,
    label: say(shapeNames[id]),
    checked: id === shape,
    apart: id === 'qr',
  }));
  const choose = (id: string) => {
    menu.close();
    const chosen = shapesInOrder.find((one) => one === id);
    if (chosen) onChoose(chosen);
  };
  return <MenuList {...menu} items={items} choose={choose} />;
}
