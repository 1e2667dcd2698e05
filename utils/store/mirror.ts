import { type Reflection, reading, writing } from './database';

/** One side's word on an item, as far as it can be read. */
export interface Side {
  readonly count: number;
  /** Kept by a newer version of Latchkey. */
  readonly newer: boolean;
}

/** What is to be done where extension storage (`kept`) and its mirror are compared. */
export type Deed = 'nothing' | 'renew the mirror' | 'restore';

/**
 * The newer whole side wins. What neither side can serve stays as it is, and what a newer version kept is never
 * overwritten. Pure.
 */
export function deedFor(kept: Side | 'none' | 'broken', mirrored: Side | 'none' | 'broken'): Deed {
  if (isNewer(kept) || isNewer(mirrored)) return 'nothing';
  if (typeof mirrored === 'string') return typeof kept === 'string' ? 'nothing' : 'renew the mirror';
  if (typeof kept === 'string') return 'restore';
  if (kept.count === mirrored.count) return 'nothing';
  return kept.count < mirrored.count ? 'restore' : 'renew the mirror';
}

function isNewer(side: Side | 'none' | 'broken'): boolean {
  return typeof side === 'object' && side.newer;
}

/** What the mirror holds. */
export function mirrored(key: string): Promise<Reflection | undefined> {
  return reading((db) => db.get('mirror', key));
}

/** Lets the mirror follow. */
export async function reflect(reflection: Reflection): Promise<void> {
  await writing(['mirror'], (transaction) => transaction.objectStore('mirror').put(reflection));
}
