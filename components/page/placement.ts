/** Edges in px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'below' | 'above' | 'right' | 'left' | 'over';

export interface Spot {
  readonly left: number;
  readonly top: number;
  /** What the card may grow to before it scrolls within itself. */
  readonly maxHeight: number;
  readonly side: Side;
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

/** Where the card stands: beside the invite and never on it, and within what can be seen. Nothing where none of it is. */
export function placed({ links, size, view, side, rtl = false }: Wanted): Spot | undefined {
  const link = around(links, view);
  if (!link) return undefined;
  const field = { left: view.left + edge, top: view.top + edge, right: view.right - edge, bottom: view.bottom - edge };
  const rooms = roomsBeside(link, field, size.width);
  const chosen = sideWith(rooms, size.height, side);
  const maxHeight = chosen === 'over' ? heightOf(field) : rooms[chosen];
  const height = Math.min(size.height, maxHeight);
  const start = rtl ? link.right - size.width : link.left;
  const spots = {
    below: { left: start, top: link.bottom + gap },
    above: { left: start, top: link.top - gap - height },
    right: { left: link.right + gap, top: link.top },
    left: { left: link.left - gap - size.width, top: link.top },
    over: { left: start, top: field.bottom },
  };
  const { left, top } = spots[chosen];
  return {
    left: clamped(left, field.left, field.right - size.width),
    // An invite at the very edge has its card a little further in.
    top: clamped(top, field.top, field.bottom - height),
    maxHeight,
    side: chosen,
  };
}

type Rooms = Readonly<Record<Exclude<Side, 'over'>, number>>;

const sides = ['below', 'above', 'right', 'left'] as const;

/** How high a card may be at each side. */
function roomsBeside(link: Box, field: Box, width: number): Rooms {
  const high = heightOf(field);
  return {
    below: Math.min(high, field.bottom - link.bottom - gap),
    above: Math.min(high, link.top - gap - field.top),
    right: field.right - link.right - gap >= width ? high : 0,
    left: link.left - gap - field.left >= width ? high : 0,
  };
}

function sideWith(rooms: Rooms, height: number, now: Side | undefined): Side {
  if (now && now !== 'over' && rooms[now] >= Math.min(height, leastToStay)) return now;
  const ample = sides.find((side) => rooms[side] >= Math.max(height, grown));
  if (ample) return ample;
  const most = sides.reduce((best, side) => (rooms[side] > rooms[best] ? side : best));
  return rooms[most] >= leastToUse ? most : 'over';
}

/** The box around what can be seen of the invite. A place without extent counts: it is where something was pointed at. */
function around(links: readonly Box[], view: Box): Box | undefined {
  const seen = links
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(left, view.left),
      top: Math.max(top, view.top),
      right: Math.min(right, view.right),
      bottom: Math.min(bottom, view.bottom),
    }))
    .filter(({ left, top, right, bottom }) => left <= right && top <= bottom);
  if (seen.length === 0) return undefined;
  return {
    left: Math.min(...seen.map(({ left }) => left)),
    top: Math.min(...seen.map(({ top }) => top)),
    right: Math.max(...seen.map(({ right }) => right)),
    bottom: Math.max(...seen.map(({ bottom }) => bottom)),
  };
}

function heightOf({ top, bottom }: Box): number {
  return bottom - top;
}

/** Within the bounds; at the lower one where there is no room between them. */
function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
