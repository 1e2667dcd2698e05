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

let asked: { readonly keys: string[]; readonly found: Promise<readonly (Reflection | undefined)[]> } | undefined;

/** What the mirror holds. What is asked for in one turn is read in one transaction. */
export async function mirrored(key: string): Promise<Reflection | undefined> {
  asked ??= ask();
  const { keys, found } = asked;
  const place = keys.push(key) - 1;
  return (await found)[place];
}

function ask() {
  const keys: string[] = [];
  const found = Promise.resolve().then(() => {
    asked = undefined;
    return reading((db) => {
      const { store } = db.transaction('mirror');
      return Promise.all(keys.map((key) => store.get(key)));
    });
  });
  return { keys, found };
}

/** Lets the mirror follow. */
export async function reflect(reflection: Reflection): Promise<void> {
  await writing(['mirror'], (transaction) => transaction.objectStore('mirror').put(reflection));
}
