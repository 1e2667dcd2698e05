import type { InviteCode } from '../invite-link';
import { codesInAttributes, isTypedIn, likelyIn, unlikelyIn } from './invite-attributes';
import { type Found, invitesInLine, lineAround, type Written } from './invites-in-line';
import { isElement, isText } from './node';
import { openRoots } from './open-roots';
import { inOrder } from './place';
import { textsAt } from './texts-at';
import { closestOf, isRoot, pageOf, parentOf, topOf } from './tree';

type Steps = Generator<Found | undefined, void>;

export interface Finding {
  /** Leaves out what somebody may be typing in: fields, and text that can be edited. */
  readonly exceptTyped?: boolean;
  /** What addresses stand relative to, where the document does not know it. */
  readonly base?: string;
  /** What an element leads to that stands around. */
  readonly codesOf?: (element: Element) => readonly InviteCode[];
}

/**
 * The invites in a document, a shadow root or an element, in order of appearance, an element's attributes before its
 * text; open shadow roots too, but not frames. A code that stands in two places comes twice. The page is only read.
 */
export function findInvites(root: Document | Element, finding: Finding = {}): Found[] {
  const element = 'documentElement' in root ? root.documentElement : root;
  return [...inOrder([...everywhereIn(element, finding)].flatMap((found) => found ?? []))];
}

/** The same step by step, in no order: what elements lead to before what is written. */
export function* everywhereIn(root: Element, finding: Finding): Steps {
  const parts = new Set<Node>([root]);
  const roots = openRoots(({ childNodes }) => {
    for (const node of childNodes) parts.add(node);
  });
  for (const part of parts) {
    if (isText(part)) yield* lineSteps(lineAround(part, 0, part.length), finding);
    if (!isElement(part)) continue;
    roots.meet(part);
    yield* roots.in(part);
    yield* inviteSteps(part, finding);
  }
}

/** The same without the roots within; nothing every now and then, so that one can pause. */
export function* inviteSteps(root: Element, finding: Finding = {}): Steps {
  const { exceptTyped = false, base = pageOf(root).baseURI } = finding;
  const top = topOf(root);
  if (exceptTyped && (pageOf(root).designMode === 'on' || isTypedIn(root) || (isRoot(top) && isTypedIn(top.host))))
    return;
  const codes = new Map<Element, readonly InviteCode[]>();
  const codesOf = (element: Element) => codes.get(element) ?? finding.codesOf?.(element) ?? [];

  function* holders(elements: Iterable<Element | undefined>): Steps {
    const fresh: Element[] = [];
    for (const element of elements) {
      yield;
      const some = element && !codes.has(element) ? codesInAttributes(element, base) : [];
      if (!element || some.length === 0 || isOut(element, mute, finding)) continue;
      codes.set(element, some);
      fresh.push(element);
    }
    for (const on of fresh)
      for (const code of codesOf(on)) if (!isLedTo(code, parentOf(on), codesOf)) yield { code, on };
  }

  yield* holders(likelyIn(root, base));
  yield* writtenSteps(root, { exceptTyped, codesOf });
  yield* holders(unlikelyIn(root));
}

/** What is written within an element. */
function* writtenSteps(root: Element, finding: Finding): Steps {
  // Lines may overlap.
  const ends = new Map<Text, number>();
  for (const at of textsAt(root)) {
    yield;
    for (const found of at ? lineSteps(lineAround(at.text, at.from, at.to), finding) : []) {
      const { startContainer, startOffset } = found.text;
      if (startOffset < (ends.get(startContainer) ?? 0)) continue;
      ends.set(startContainer, startOffset + 1);
      yield found;
    }
  }
}

/** What is written in a line, but is not what an element around it leads to. */
export function* lineSteps(line: readonly Text[], finding: Finding): Generator<Written, void> {
  for (const found of invitesInLine(line)) {
    const { startContainer: start, endContainer: end } = found.text;
    const texts = line.slice(line.indexOf(start), line.indexOf(end) + 1);
    const isSaid = texts.some((text) => isLedTo(found.code, parentOf(text), finding.codesOf));
    const around = parentOf(start);
    if (!isSaid && !(around && isOut(around, unwritten, finding))) yield found;
  }
}

/** What an element leads to need not be said again by what stands in it. */
function isLedTo(code: InviteCode, around: Element | null, codesOf: Finding['codesOf']): boolean {
  for (let at = around; at; at = parentOf(at)) if (codesOf?.(at).includes(code)) return true;
  return false;
}

function isOut(element: Element, unread: string, { exceptTyped }: Finding): boolean {
  return closestOf(element, unread) !== null || (exceptTyped === true && isTypedIn(element));
}

/** What is not for people to read, and what shows something else than its children. */
const mute = 'script,style,template,noscript,title,link,base';
const unwritten = `${mute},textarea,iframe,noframes,noembed`;
