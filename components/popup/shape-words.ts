import type { Shape } from '../../utils/model';
import type { Word } from '../../utils/words';

/** What the button says, what the menu says, and what is said when it is done, for every shape. */
export const shapeWords: Readonly<Record<Shape, { readonly act: Word; readonly name: Word; readonly done: Word }>> = {
  link: { act: 'copyLink', name: 'shapeLink', done: 'copied' },
  rich: { act: 'copyRich', name: 'shapeRich', done: 'copied' },
  button: { act: 'copyButton', name: 'shapeButton', done: 'copied' },
  source: { act: 'copySource', name: 'shapeSource', done: 'copied' },
  markdown: { act: 'copyMarkdown', name: 'shapeMarkdown', done: 'copied' },
  qr: { act: 'copyQr', name: 'shapeQr', done: 'copied' },
  png: { act: 'savePng', name: 'shapePng', done: 'saved' },
  svg: { act: 'saveSvg', name: 'shapeSvg', done: 'saved' },
};

/** In the order of the menu: text to paste, then pictures. */
export const shapesInOrder: readonly Shape[] = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'];
