import { type InviteCode, type InviteInText, invitesIn } from '../invite-link';
import { shortest } from './invite-attributes';
import { aboveOf, isElement, ownerOf, tagOf } from './tree';

/** An invite in a page: an element that leads to it, or the stretch of text in which it is written. */
export interface Found {
  readonly code: InviteCode;
  readonly at: Element | Range;
}

/** Text that stands in one line for the eye, over however many elements it is split, and the elements in it. */
export interface JoinedText {
  write(node: Text): void;
  /** An element begins; the codes are those in its attributes. */
  open(element: Element, codes: readonly InviteCode[]): void;
  close(element: Element): void;
  /** The line ends: what was found in it, in order of appearance. */
  end(): readonly Found[];
}

/** A node, and the place in the text where it begins. */
interface Piece<N> {
  readonly node: N;
  readonly at: number;
}

/** An element with codes, and what it covers of the text. */
interface Holder {
  readonly element: Element;
  from: number;
  to: number;
}

export function joinedText(): JoinedText {
  let text = '';
  let pieces: Piece<Text>[] = [];
  let edges: Piece<Element>[] = [];
  let leading: (Found & { readonly start: number })[] = [];
  let holders = new Map<InviteCode, Holder[]>();
  const around: (Holder & { readonly codes: readonly InviteCode[] })[] = [];

  function hold(holder: Holder, codes: readonly InviteCode[]): void {
    for (const code of codes) holders.set(code, [...(holders.get(code) ?? []), holder]);
  }

  /** What an element leads to need not be said again by the text in it. */
  function isNews({ code, start, end }: InviteInText): boolean {
    return !holders.get(code)?.some(({ from, to }) => from < end && start < to);
  }

  function written(): (Found & { readonly start: number })[] {
    if (text.length < shortest) return [];
    const all = readJoined(text, edges).filter(isNews);
    return all.map((invite) => ({ code: invite.code, start: invite.start, at: stretch(pieces, invite) }));
  }

  function startAnew(): void {
    text = '';
    [pieces, edges, leading, holders] = [[], [], [], new Map()];
    for (const holder of around) {
      holder.from = 0;
      hold(holder, holder.codes);
    }
  }

  return {
    write(node) {
      pieces.push({ node, at: text.length });
      text += node.data;
    },
    open(element, codes) {
      const start = text.length;
      if (text) edges.push({ node: element, at: start });
      if (codes.length === 0) return;
      const news = codes.filter((code) => !around.some((holder) => holder.codes.includes(code)));
      for (const code of news) leading.push({ code, at: element, start });
      const holder = { element, codes, from: start, to: Number.POSITIVE_INFINITY };
      around.push(holder);
      hold(holder, codes);
    },
    close(element) {
      if (text) edges.push({ node: element, at: text.length });
      const holder = around.at(-1);
      if (holder?.element !== element) return;
      holder.to = text.length;
      around.pop();
    },
    end() {
      if (!text && holders.size === 0) return [];
      // An element comes before the text that begins with it: the order of equals stays as it was.
      const found = [...leading, ...written()].sort((one, other) => one.start - other.start);
      startAnew();
      return found.map(({ code, at }) => ({ code, at }));
    },
  };
}

/** The invites in a joined text. Where one seems to be missing, words may be glued to it that stand apart for the eye. */
function readJoined(text: string, edges: readonly Piece<Element>[]): readonly InviteInText[] {
  const invites = invitesIn(text);
  const named = text.match(/whatsapp(?:\.com|:\/)/gi)?.length ?? 0;
  if (named <= invites.length || edges.length === 0 || edges.length > mostEdges) return invites;
  const cuts = [...new Set(edges.filter(({ node }) => standsApart(node)).map(({ at }) => at)), text.length];
  const more = cuts.flatMap((end, nth) => {
    const start = cuts[nth - 1] ?? 0;
    const part = end - start < shortest ? [] : invitesIn(text.slice(start, end));
    return part.map((invite) => ({ ...invite, start: invite.start + start, end: invite.end + start }));
  });
  const fresh = more.filter((one) => !invites.some(({ start, end }) => start < one.end && one.start < end));
  return [...invites, ...fresh];
}

/** Asking for the style of an element is dear. */
const mostEdges = 500;

function standsApart(element: Element): boolean {
  if (tagOf(element) === 'a') return true;
  const display = ownerOf(element)?.defaultView?.getComputedStyle?.(element).display;
  return Boolean(display) && display !== 'inline' && display !== 'contents';
}

/** From the first sign to the last; in a DOM that knows no such ranges, the element around. */
function stretch(pieces: readonly Piece<Text>[], { start, end }: InviteInText): Element | Range {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  const range = ownerOf(first.node)?.createRange();
  if (typeof range?.setStart !== 'function') return elementAround(first.node);
  // The page may have shortened the text meanwhile.
  range.setStart(first.node, Math.min(start - first.at, first.node.length));
  range.setEnd(last.node, Math.min(end - last.at, last.node.length));
  return range;
}

function elementAround(text: Text): Element {
  const element = aboveOf(text);
  if (element && isElement(element)) return element;
  throw new RangeError('The text stands nowhere');
}

/** The last piece that begins no later than `place`. */
function pieceAt(pieces: readonly Piece<Text>[], place: number): Piece<Text> {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) throw new RangeError('There is no text');
  return piece;
}
