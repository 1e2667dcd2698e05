import type { Shape } from '../../utils/model/hand-out';
import type { Word } from '../../utils/words';

/** What a shape is called, in the menu and in the record. */
export const shapeNames: Readonly<Record<Shape, Word>> = {
  link: 'shapeLink',
  rich: 'shapeRich',
  button: 'shapeButton',
  source: 'shapeSource',
  markdown: 'shapeMarkdown',
  qr: 'shapeQr',
  png: 'shapePng',
  svg: 'shapeSvg',
};

/** In the order of the menu: text to paste, then pictures. */
export const shapesInOrder: readonly Shape[] = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'];
