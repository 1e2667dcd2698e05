/** What binds a row to the one before it. */
export interface Seal {
  /** The hash of the row before; empty for the first. */
  readonly prev: string;
  /** SHA-256 of the row's canonical text, Base64. */
  readonly hash: string;
}

/** The end of a chain: a place, and the hash that stands there. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

export const beginning: Link = { seq: 0, hash: '' };

/** A row's text for hashing: keys in order, its own hash left out. Pure. */
export function canonical(row: object): string {
  return JSON.stringify(row, (key, value) => {
    if (key === 'hash') return undefined;
    return value instanceof Object && !Array.isArray(value) ? inOrder(value) : value;
  });
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export async function hashOf(row: object): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(row)));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Gives lines their places and seals, one built upon the other. */
export async function sealed<Line extends object>(
  lines: readonly Line[],
  after: Link,
): Promise<(Line & Seal & { readonly seq: number })[]> {
  const rows: (Line & Seal & { readonly seq: number })[] = [];
  let end = after;
  for (const line of lines) {
    const row = { ...wellFormed(line), seq: end.seq + 1, prev: end.hash };
    end = { seq: row.seq, hash: await hashOf(row) };
    rows.push({ ...row, hash: end.hash });
  }
  return rows;
}

/** Half a character pair does not survive every store, and the seal must. */
function wellFormed<Line extends object>(line: Line): Line {
  const text = JSON.stringify(line, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
  return JSON.parse(text);
}

/** Which of these rows are what their own seal says. */
export async function holding(rows: readonly unknown[]): Promise<boolean[]> {
  return Promise.all(rows.map(async (row) => isSealed(row) && row.hash === (await hashOf(row))));
}

export function isSealed(row: unknown): row is Seal & { readonly seq: number; readonly id: string } {
  if (!(row instanceof Object)) return false;
  const { id, seq, prev, hash } = row as Record<string, unknown>;
  return Number.isSafeInteger(seq) && [id, prev, hash].every((text) => typeof text === 'string');
}

/** The places at which a run of rows, in order, does not hold: a seal that is wrong, or one that does not follow. */
export async function breaks(rows: readonly unknown[], after: Link = beginning): Promise<number[]> {
  const whole = await holding(rows);
  return rows.flatMap((row, nth) => {
    const before = nth === 0 ? after : rows[nth - 1];
    const place = after.seq + nth + 1;
    const follows = isSealed(row) && row.seq === place && row.prev === hashIn(before);
    return whole[nth] && follows ? [] : [place];
  });
}

function hashIn(row: unknown): unknown {
  return row instanceof Object && 'hash' in row ? row.hash : undefined;
}
