import type { Piece } from './html-tags';

const empty: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
]);
const endsParagraph = /^(h[1-6]|div|p|ul|ol|table|section|header|footer|form|nav|main|article|aside|hr|pre)$/;

/** Follows `#main_block` from its start to its end, for the first `h3` that is its child; deeper ones are others' words. */
export function mainBlock(): { read(piece: Piece): void; heading(): string | undefined } {
  const open: string[] = [];
  /** How many of each name are open, so that an end of nothing costs nothing. */
  const many = new Map<string, number>();
  let isOver = false;
  let words: string | undefined;

  function push(name: string): void {
    open.push(name);
    many.set(name, (many.get(name) ?? 0) + 1);
  }

  function pop(): string {
    const name = open.pop() ?? '';
    many.set(name, (many.get(name) ?? 1) - 1);
    return name;
  }

  function opened(name: string): void {
    if (open.length > 1 && open.at(-1) === 'p' && endsParagraph.test(name)) pop();
    if (name === 'h3' && open.length === 1) words ??= '';
    if (!empty.has(name)) push(name);
  }

  function closed(name: string): void {
    if (!many.get(name)) return;
    while (pop() !== name);
    isOver = open.length === 0 || (words !== undefined && open.length === 1);
  }

  return {
    read(piece) {
      if (isOver) return;
      if (piece.is === 'text') words = words === undefined ? undefined : words + piece.text;
      else if (piece.is === 'close') closed(piece.name);
      else if (open.length > 0) opened(piece.name);
      else if (piece.attributes.get('id') === 'main_block') push(piece.name);
    },
    heading: () => (isOver ? words?.trim() : undefined),
  };
}
