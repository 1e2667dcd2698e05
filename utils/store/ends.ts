import type { RecordPart } from '../model/record';
import { beginning, type Link } from './chain';
import { copyEnd, mainEnd, same } from './sides';

/** Where a part ends, as this life of the background knows it. */
export interface End {
  readonly head: Link;
  /** The place of its last row; behind the head where rows are lost. */
  readonly lastSeq: number;
  readonly copied: number;
}

export const ends = new Map<RecordPart, End>();

/** For the part's lock. Compares the heads of both copies; where they do not agree, what is wrong is mended first. */
export async function endOf(part: RecordPart): Promise<End> {
  const end = ends.get(part) ?? (await agreed(part)) ?? (await (await import('./mending')).mended(part));
  ends.set(part, end);
  return end;
}

/** Where both copies say that the part ends there. */
async function agreed(part: RecordPart): Promise<End | undefined> {
  const [main, other] = await Promise.all([mainEnd(part), copyEnd(part)]);
  const head = main.head ?? beginning;
  if (other === 'away' || !same(main.last as Link | undefined, head) || !same(other.head, head)) return undefined;
  return { head, lastSeq: main.lastSeq, copied: head.seq };
}

/** Whoever adds to a part, or mends it, does so alone. */
export function alone<T>(part: RecordPart, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`record ${part}`, work);
}

export function linkOf({ seq, hash }: Link): Link {
  return { seq, hash };
}
