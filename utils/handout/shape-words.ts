import type { Shape } from '../model/hand-out';
import type { Word } from '../words';

/** What the button says, and what is said when it is done, for every shape. */
export const shapeWords: Readonly<Record<Shape, { readonly act: Word; readonly done: Word }>> = {
  link: { act: 'copyLink', done: 'copied' },
  rich: { act: 'copyRich', done: 'copied' },
  button: { act: 'copyButton', done: 'copied' },
  source: { act: 'copySource', done: 'copied' },
  markdown: { act: 'copyMarkdown', done: 'copied' },
  qr: { act: 'copyQr', done: 'copied' },
  png: { act: 'savePng', done: 'saved' },
  svg: { act: 'saveSvg', done: 'saved' },
};
