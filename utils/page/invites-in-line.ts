import type { InviteCode } from '../invite-link';
import { plainlyIn } from '../invites-in/plain';
import { isText, nameOf } from './node';
import { isMute } from './out';
import type { Reader } from './reader';
import { holds, isRoot, parentOf, topOf } from './tree';

/** An invite in a page: on an element that leads to it, or in a stretch of the text around which `on` stands. */
export interface Found {
  readonly code: InviteCode;
  readonly on: Element;
  readonly text?: Stretch;
}

export interface Stretch extends StaticRangeInit {
  readonly startContainer: Text;
  readonly endContainer: Text;
}

export type Written = Found & { readonly text: Stretch };

/** What flows within a line; all else begins and ends one. Footnote marks do, or a link would grow by the number after it. */
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike ' +
    'strong time tt u var wbr slot tspan'
  ).split(' '),
);
export const isInline = (element: Element): boolean => inline.has(nameOf(element));

/** The element that a text flows in. */
function blockOf(node: Node): Element | null {
  let around = parentOf(node);
  while (around && isInline(around)) around = parentOf(around);
  return around;
}

const farthest = 300;
/** As `NodeFilter` has it. */
const elementsAndTexts = 5;

/**
 * The texts that stand in one line with one of them for the eye, over however many elements, up to the next blank before
 * its sign `from` and after its sign `to`: no address goes beyond.
 */
export function lineAround(text: Text, from: number, to: number): readonly Text[] {
  const [before, after] = [text.data.slice(0, from), text.data.slice(to)];
  if (/\s/.test(before) && /\s/.test(after)) return [text];
  const block = blockOf(text);
  const walker = document.createTreeWalker(topOf(text), elementsAndTexts);

  function beyond(step: () => Node | null, within: string): Text[] {
    const some: Text[] = [];
    walker.currentNode = text;
    let [last, next] = [within, step()];
    for (; next && some.length < farthest && !/\s/.test(last); next = step()) {
      if (!isText(next)) {
        if (!isInline(next as Element) && !isMute(next as Element)) break;
      } else if (blockOf(next) === block) {
        some.push(next);
        last = next.data;
      } else if (!isMute(blockOf(next))) break;
    }
    return some;
  }

  return [...beyond(() => walker.previousNode(), before).reverse(), text, ...beyond(() => walker.nextNode(), after)];
}

/** The invites that are written in a line. */
export function invitesInLine(texts: readonly Text[], reader: Reader): readonly Written[] {
  const begins: number[] = [];
  let line = '';
  for (const { data } of texts) {
    begins.push(line.length);
    line += data;
  }
  return (plainlyIn(line) ?? reader.invitesIn(line, texts, begins)).flatMap(({ code, start, end }) => {
    const first = begins.findLastIndex((at) => at <= start);
    const last = begins.findLastIndex((at) => at < end);
    const [startContainer, endContainer] = [texts[first], texts[last]];
    if (!startContainer || !endContainer) return [];
    const startOffset = start - (begins[first] ?? 0);
    const text = { startContainer, startOffset, endContainer, endOffset: end - (begins[last] ?? 0) };
    return { code, on: around(startContainer, endContainer), text };
  });
}

function around(first: Text, last: Text): Element {
  let element = parentOf(first);
  while (element && !holds(element, last)) element = parentOf(element);
  if (element) return element;
  const top = topOf(first);
  return isRoot(top) ? top.host : document.documentElement;
}
