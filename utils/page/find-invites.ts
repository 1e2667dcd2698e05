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
  readonly codesOf?: (element: Element) => readonly InviteCode[];
}

const stride = 16;
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
  const codesOf = (element: Element) => codes.get(element) ?? finding.codesOf?.(element) ?? none;

  function* holders(elements: Iterable<Element | undefined>, mayBeLedTo: (on: Element) => boolean): Steps {
    const fresh: Element[] = [];
    let count = 0;
    for (const element of elements) {
      if (++count % stride === 0) yield;
      const some = element && !codes.has(element) ? codesInAttributes(element, base, reader) : none;
      if (!element || some.length === 0 || isOut(element, false, exceptTyped)) continue;
      codes.set(element, some);
      fresh.push(element);
    }
    for (const on of fresh) {
      const isFree = !mayBeLedTo(on);
      for (const code of codes.get(on) ?? []) if (isFree || !isLedTo(code, parentOf(on), codesOf)) take({ code, on });
      if (++count % stride === 0) yield;
    }
  }

  if (only !== 'seldom') {
    yield* holders(likelyIn(root, base), inTurn(root));
    yield* writtenSteps(root, { ...finding, codesOf }, take);
  }
  if (only !== 'usual') yield* holders(unlikelyIn(root), () => true);
}

/** Tells of elements that come in order whether one may stand in another one that leads somewhere. */
function inTurn(root: Element): (on: Element) => boolean {
  if (parentOf(root)) return () => true;
  let last: Element | undefined;
  return (on) => {
    const isWithin = last !== undefined && holds(last, on);
    if (!isWithin) last = on;
    return isWithin;
  };
}

/** What is written within an element. */
function* writtenSteps(root: Element, finding: Finding, take: Take): Steps {
  // Lines may overlap.
  const ends = new Map<Text, number>();
  const { body, head, documentElement } = pageOf(root);
  for (const part of root === documentElement ? nodesOf(root) : [root])
    for (const at of part === head ? [] : textsAt(part, part === body ? finding.said : undefined)) {
      if (at)
        inLine(lineAround(at.text, at.from, at.to), finding, (found) => {
          const { startContainer, startOffset } = found.text;
          if (startOffset < (ends.get(startContainer) ?? 0)) return;
          ends.set(startContainer, startOffset + 1);
          take(found);
        });
      yield;
    }
}

/** What is written in a line, but is not what an element around it leads to. */
export function inLine(line: readonly Text[], finding: Finding, take: (found: Written) => void): void {
  for (const found of invitesInLine(line, finding.reader)) {
    const { startContainer: start, endContainer: end } = found.text;
    const texts = line.slice(line.indexOf(start), line.indexOf(end) + 1);
    const isSaid = texts.some((text) => isLedTo(found.code, parentOf(text), finding.codesOf));
    const around = parentOf(start);
    if (!isSaid && !(around && isOut(around, true, finding.exceptTyped))) take(found);
  }
}

/** What an element leads to need not be said again by what stands in it. */
function isLedTo(code: InviteCode, around: Element | null, codesOf: Finding['codesOf']): boolean {
  for (let at = around; at; at = parentOf(at)) if (codesOf?.(at).includes(code)) return true;
  return false;
}
