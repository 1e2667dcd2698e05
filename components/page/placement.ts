/** Edges in px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'below' | 'above' | 'right' | 'left' | 'over';

export interface Spot {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  /** What the card may grow to before it scrolls within itself. */
  readonly maxHeight: number;
}

interface Wanted {
  /** The boxes of the invite: several where it is broken over lines. */
  readonly links: readonly Box[];
  readonly size: { readonly width: number; readonly height: number };
  /** What can be seen of the page. */
  readonly view: Box;
  /** Where the card stands already: it stays there while it can. */
  readonly side?: Side | undefined;
  readonly rtl?: boolean;
}

const gap = 6;
const edge = 8;
/** As high as a card usually is with all that it may come to say, so that it need not change sides when it has grown. */
const grown = 340;
const leastToStay = 200;
const leastToUse = 120;

const { min, max } = Math;

/** Where the card stands: beside the invite and never on it, and within what can be seen. Nothing where none of it is. */
export function placed({ links, size: { width, height }, view, side, rtl = false }: Wanted): Spot | undefined {
  const link = around(links, view);
  if (!link) return undefined;
  const field = { left: view.left + edge, top: view.top + edge, right: view.right - edge, bottom: view.bottom - edge };
  const high = field.bottom - field.top;
  const start = rtl ? link.right - width : link.left;
  const [below, behind, before] = [link.bottom + gap, link.right + gap, link.left - gap - width];
  const above = min(high, link.top - gap - field.top);

  /** An invite at the very edge has its card a little further in. */
  function spot(side: Side, [left, top]: readonly [number, number], maxHeight: number): Spot {
    return {
      ...{ side, maxHeight },
      left: clamped(left, field.left, field.right - width),
      top: clamped(top, field.top, field.bottom - min(height, maxHeight)),
    };
  }

  const beside = [
    spot('below', [start, below], min(high, field.bottom - below)),
    spot('above', [start, link.top - gap - min(height, above)], above),
    // With no height, where the card is too broad.
    spot('right', [behind, link.top], behind + width <= field.right ? high : 0),
    spot('left', [before, link.top], before >= field.left ? high : 0),
  ];
  return chosen(beside, height, side) ?? spot('over', [start, field.bottom], high);
}

/** The side where it stands, an ample one, or the one with most room; nothing where that is too little to be of use. */
function chosen(spots: readonly Spot[], height: number, now: Side | undefined): Spot | undefined {
  const most = spots.reduce((best, spot) => (spot.maxHeight > best.maxHeight ? spot : best));
  return (
    spots.find(({ side, maxHeight }) => side === now && maxHeight >= min(height, leastToStay)) ??
    spots.find(({ maxHeight }) => maxHeight >= max(height, grown)) ??
    (most.maxHeight < leastToUse ? undefined : most)
  );
}

/** The box around what can be seen of the invite. A place without extent counts: it is where something was pointed at. */
function around(links: readonly Box[], view: Box): Box | undefined {
  const seen = links
    .map((link) => common(link, view))
    .filter(({ left, top, right, bottom }) => left <= right && top <= bottom);
  return seen[0] && seen.reduce(spanning);
}

type Pick = (...edges: readonly number[]) => number;

const common = joining(max, min);
const spanning = joining(min, max);

/** Out of two boxes another one, by which of their edges it begins and ends with. */
function joining(starts: Pick, ends: Pick): (one: Box, other: Box) => Box {
  return (one, other) => ({
    left: starts(one.left, other.left),
    top: starts(one.top, other.top),
    right: ends(one.right, other.right),
    bottom: ends(one.bottom, other.bottom),
  });
}

/** Within the bounds; at the lower one where there is no room between them. */
function clamped(value: number, least: number, most: number): number {
  return max(least, min(value, most));
}
