import { mayHoldInvites } from '../invite-link';
import { shortest } from './invite-attributes';
import { aboveOf, allIn, baseOf, isDocument, isElement, openRootOf, ownerOf, textOf } from './tree';

/** Visiting so few takes no time worth saving. */
const few = 2_000;
/** Any spelling of the name or the host in an attribute, or Bing's base64. */
const spelled = ['hats', 'HATS', 'chat.', 'CHAT.', 'a1aHR0c'].map((part) => `contains(., "${part}")`).join(' or ');
const places = `.//*[@*[${spelled}]]`;

/** On a large page the browser itself tells what can hold an invite: a block that cannot need not be entered. */
export function worthVisiting(root: Node): (block: Element) => boolean {
  const all = isDocument(root) ? root.getElementsByTagName('*') : isElement(root) ? allIn(root, '*') : [];
  // Where addresses are relative to WhatsApp's own, any of them may lead to an invite without saying so.
  const isPlain = all.length <= few || /whatsapp/i.test(baseOf(root) ?? '');
  const marked = isPlain ? undefined : markedIn(root, all);
  return (block) => !marked || marked.has(block) || mayHoldInvites(textOf(block) ?? '');
}

/** What may lead to an invite by its attributes, and all that stands around it; nothing in a DOM that knows no XPath. */
function markedIn(root: Node, all: ArrayLike<Element>): ReadonlySet<Node> | undefined {
  const page = isDocument(root) ? root : ownerOf(root);
  if (!page || !('evaluate' in page)) return undefined;
  const marked = new Set<Node>();
  const mark = (node: Node | null) => {
    for (let at = node; at && !marked.has(at); at = aboveOf(at)) marked.add(at);
  };
  const found = page.evaluate(places, root, null, XPathResult.UNORDERED_NODE_SNAPSHOT_TYPE);
  for (let nth = 0; nth < found.snapshotLength; nth++) mark(found.snapshotItem(nth));
  for (const element of Array.from(all)) if (openRootOf(element)) mark(element);
  for (const tag of ['input', 'textarea']) {
    for (const field of Array.from(isElement(root) ? allIn(root, tag) : page.getElementsByTagName(tag)))
      if (isFilled(field)) mark(field);
  }
  return marked;
}

function isFilled(field: Element): boolean {
  const value: unknown = Reflect.get(field, 'value');
  return typeof value === 'string' && value.length >= shortest;
}
