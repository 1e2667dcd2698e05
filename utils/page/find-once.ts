import type { InviteCode } from '../invite-link';
import { exactReader } from './exact-reader';
import { type Finding, inLine, inviteSteps } from './find-invites';
import { type Found, lineAround } from './invites-in-line';
import { isElement, isText } from './node';
import { openRoots } from './open-roots';
import { inOrder } from './place';

type Asked = Omit<Finding, 'reader'>;

/**
 * The invites in a document or an element, in order of appearance, an element's attributes before its text; in open shadow
 * roots too, but not in frames. A code that stands in two places comes twice. The page is only read.
 */
export function findInvites(root: Document | Element, asked: Asked = {}): readonly Found[] {
  const all: Found[] = [];
  const steps = everywhereIn('documentElement' in root ? root.documentElement : root, asked, (found) =>
    all.push(found),
  );
  while (!steps.next().done);
  return inOrder(all);
}

/** The same step by step, in no order. */
function* everywhereIn(root: Element, asked: Asked, take: (found: Found) => void): Generator<undefined, void> {
  const finding = { ...asked, reader: exactReader };
  const parts = new Set<Node>([root]);
  const roots = openRoots(({ childNodes }) => {
    for (const node of childNodes) parts.add(node);
  });
  for (const part of parts) {
    if (isText(part)) inLine(lineAround(part, 0, part.length), finding, take);
    if (!isElement(part)) continue;
    roots.meet(part);
    yield* roots.in(part);
    yield* inviteSteps(part, finding, take);
  }
}

const sliceMs = 30;
const mostMs = 4_000;

/** The invites of a page as it stands, unmarked. Gives what it has when the time is over. */
export async function findOnce(): Promise<readonly InviteCode[]> {
  const all: Found[] = [];
  const begun = performance.now();
  let sliceBegun = begun;
  const steps = everywhereIn(document.documentElement, { exceptTyped: true }, (found) => all.push(found));
  while (!steps.next().done) {
    const now = performance.now();
    if (now - begun > mostMs) break;
    if (now - sliceBegun < sliceMs) continue;
    await new Promise((next) => setTimeout(next));
    sliceBegun = performance.now();
  }
  return [...new Set(inOrder(all).map(({ code }) => code))];
}
