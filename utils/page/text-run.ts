import { isElement, nameOf, parentOf, textOf } from './node';

const inline =
  /^(?:a|abbr|b|bd[io]|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strong|su[bp]|time|tt|u|var|wbr)$/;
const farthest = 30;

export function isInline(node: Node): boolean {
  return isElement(node) && inline.test(nameOf(node));
}

/** The outermost of the inline elements that a piece of text stands in; the piece itself where there is none. */
export function runOf(piece: Node): Node {
  let outermost = piece;
  for (let around = parentOf(piece); around && isInline(around); around = parentOf(around)) outermost = around;
  return outermost;
}

/** The text that stands in one line with a piece of it, as far as is worth reading. */
export function textAround(piece: Node): string {
  return `${beside(piece, 'previousSibling')}${textOf(piece)}${beside(piece, 'nextSibling')}`;
}

function beside(piece: Node, side: 'previousSibling' | 'nextSibling'): string {
  let text = '';
  let next = piece[side];
  for (let left = farthest; left > 0 && next && isFlowing(next); left--) {
    text = side === 'nextSibling' ? text + textOf(next) : textOf(next) + text;
    next = next[side];
  }
  return text;
}

/** What does not end a line. A comment is not drawn at all. */
function isFlowing(node: Node): boolean {
  return node instanceof CharacterData || isInline(node);
}
