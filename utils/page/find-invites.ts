import type { InviteCode } from '../invite-link';
import { codesInAttributes, likelyIn, unlikelyIn } from './invite-attributes';
import { type Found, invitesInLine, lineAround, type Written } from './invites-in-line';
import { isOut, isTypedIn } from './out';
import type { Reader } from './reader';
import { textsAt } from './texts-at';
import { holds, isRoot, nodesOf, pageOf, parentOf, topOf } from './tree';

/** One can pause at each step. */
type Steps = Generator<undefined, void>;
type Take = (found: Found) => void;

export interface Finding {
  readonly reader: Reader;
  /** In a large page the seldom places cost far more than the usual ones: they may be looked at alone, or left out. */
  readonly only?: 'usual' | 'seldom';
  /** Leaves out what somebody may be typing in: fields, and text that can be edited. */
  readonly exceptTyped?: boolean;
  /** What addresses stand relative to, where the document does not know it. */
  readonly base?: string;
  /** What the body says, where that is known already. */
  readonly said?: string | undefined;
  /** What an element leads to that stands around. */
  readonly codesOf?: (element: Element) => readonly InviteCode[] | undefined;
}

const stride = 16;
const handful = 4;
const none: readonly InviteCode[] = [];

/**
 * Finds the invites in an element, but not those in shadow roots and frames: what elements lead to before what is written.
 * The page is only read.
 */
export function* inviteSteps(root: Element, finding: Finding, take: Take): Steps {
  const { only, exceptTyped = false, base = pageOf(root).baseURI, reader } = finding;
  const top = topOf(root);
  if (exceptTyped && (pageOf(root).designMode === 'on' || isTypedIn(root) || (isRoot(top) && isTypedIn(top.host))))
    return;
  const codes = new Map<Element, readonly InviteCode[]>();
  const codesOf = (element: Element) => codes.get(element) ?? finding.codesOf?.(element);

  /** Whether elements come in the order of the page, and the last of these that stands in none that leads somewhere. */
  let inTurn = !parentOf(root);
  let outer: Element | undefined;

  function* holders(elements: Iterable<Element | undefined>): Steps {
    let count = 0;
    for (const on of elements) {
      if (!on || ++count % stride === 0) yield;
      const some = on && !codes.has(on) ? codesInAttributes(on, base, reader) : none;
      if (!on || some.length === 0 || isOut(on, false, exceptTyped)) continue;
      codes.set(on, some);
      // Most stand in no other, and that is soon told.
      const free = inTurn && !(outer && holds(outer, on));
      if (free) outer = on;
      for (const code of some) if (free || !isLedTo(code, parentOf(on), codesOf)) take({ code, on });
    }
  }

  if (only !== 'seldom') {
    yield* holders(likelyIn(root, base));
    yield* writtenSteps(root, { ...finding, codesOf }, take);
  }
  inTurn = false;
  if (only !== 'usual') yield* holders(unlikelyIn(root));
}

/** What is written within an element. */
function* writtenSteps(root: Element, finding: Finding, take: Take): Steps {
  // Lines may overlap.
  const ends = new Map<Text, number>();
  let count = 0;
  const { body, head, documentElement } = pageOf(root);
  for (const part of root === documentElement ? nodesOf(root) : [root]) {
    yield;
    for (const at of part === head ? [] : textsAt(part, part === body ? finding.said : undefined)) {
      if (at)
        inLine(lineAround(at.text, at.from, at.to), finding, (found) => {
          const { startContainer, startOffset } = found.text;
          if (startOffset < (ends.get(startContainer) ?? 0)) return;
          ends.set(startContainer, startOffset + 1);
          take(found);
        });
      if (++count % handful === 0) yield;
    }
  }
}

/** What is written in a line, but is not what an element around it leads to. */
export function inLine(line: readonly Text[], finding: Finding, take: (found: Written) => void): void {
  for (const found of invitesInLine(line, finding.reader)) {
    const { startContainer: start, endContainer: end } = found.text;
    const isSaid = [start, end].some((text) => isLedTo(found.code, parentOf(text), finding.codesOf));
    const around = parentOf(start);
    if (!isSaid && !(around && isOut(around, true, finding.exceptTyped))) take(found);
  }
}

/** What an element leads to need not be said again by what stands in it. */
function isLedTo(code: InviteCode, around: Element | null, codesOf: Finding['codesOf']): boolean {
  for (let at = around; at; at = parentOf(at)) if (codesOf?.(at)?.includes(code)) return true;
  return false;
}
