import type { Writing } from './database';

// Some rooms hold what was made of the record's lines, so that it need not be made again. It holds while lines are only added.

let mendings = 0;

/** Rooms to be opened by whoever writes lines elsewhere than at the end. */
export const derivedRooms = ['columns', 'tops'] as const;

/** For whoever does. */
export async function forgetDerived(transaction: Writing): Promise<void> {
  mendings += 1;
  await Promise.all(derivedRooms.map((room) => transaction.objectStore(room).clear()));
}

/** Whether what is read from now on may be kept: what was read before lines were mended has just been thrown away. */
export function derivedNow(): () => boolean {
  const before = mendings;
  return () => before === mendings;
}
