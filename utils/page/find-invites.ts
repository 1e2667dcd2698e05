import { codesInAttributes, isTypedIn } from './invite-attributes';
import { type Found, joinedText } from './joined-text';
import { aboveOf, attributeOf, baseOf, hostOf, isDocument, isElement, ownerOf, walk } from './tree';
import { worthVisiting } from './worth-visiting';

export type { Found } from './joined-text';

export interface Finding {
  /** Leaves out what somebody may be typing in: fields, and text that can be edited. */
  readonly exceptTyped?: boolean;
  /** What addresses stand relative to, where the document does not know it. */
  readonly base?: string;
}

/**
 * The invites in a document, a shadow root or an element, in order of appearance, an element's attributes before its
 * text; open shadow roots too, but not frames. A code that stands in two places comes twice. The page is only read.
 */
export function findInvites(root: Document | DocumentFragment | Element, finding: Finding = {}): Found[] {
  return [...inviteSteps(root, finding)].flatMap((found) => found ?? []);
}

/** The same step by step, for whoever must not keep a page waiting: nothing each few nodes, so that one can pause. */
export function* inviteSteps(
  root: Document | DocumentFragment | Element,
  { exceptTyped = false, base = baseOf(root) || undefined }: Finding = {},
): Generator<Found | undefined, void> {
  if (exceptTyped && standsInTyped(root)) return;
  const line = joinedText();
  const isWorthIt = worthVisiting(root);
  const isOut = (element: Element, tag: string) => mute.has(tag) || (exceptTyped && isTypedIn(element));
  const isSealed = (element: Element, tag: string, inRoot: boolean) =>
    sealed.has(tag) || !(inRoot || inline.has(tag) || isWorthIt(element));
  let count = 0;
  for (const visit of walk(root, { isOut, isSealed })) {
    if ('text' in visit) line.write(visit.text);
    else {
      if (!inline.has(visit.tag)) yield* line.end();
      if (visit.ends) line.close(visit.element);
      else line.open(visit.element, codesInAttributes(visit.element, visit.tag, base));
    }
    if (++count % stride === 0) yield undefined;
  }
  yield* line.end();
}

const stride = 32;

/** What flows within a line; all else begins and ends one. Footnote marks do, or a link would grow by the number after it. */
const inline = new Set([
  ...['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins'],
  ...['kbd', 'label', 'mark', 'nobr', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'time', 'tt', 'u', 'var'],
  ...['wbr', 'slot', 'tspan'],
]);
/** What is not for people to read. */
const mute = new Set(['script', 'style', 'template', 'noscript', 'title', 'link', 'base']);
/** What shows something else than its children. */
const sealed = new Set(['textarea', 'iframe', 'noframes', 'noembed']);

function standsInTyped(root: Node): boolean {
  const page = isDocument(root) ? root : ownerOf(root);
  if (page?.designMode === 'on') return true;
  for (let node: Node | null = root; node; node = aboveOf(node) ?? hostOf(node) ?? null) {
    // The nearest says it: within what can be edited there may be islands that cannot.
    if (isElement(node) && attributeOf(node, 'contenteditable') !== null) return isTypedIn(node);
    if (isElement(node) && isTypedIn(node)) return true;
  }
  return false;
}
