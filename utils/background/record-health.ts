import type { Finding, RecordState } from '../model/record';
import { read } from '../store/items';
import { notesItem } from '../store/notes';
import { inHand } from './rescued';

/** What every face should know of it: out of the store's own notes, without looking at all of it. */
export async function health(): Promise<Pick<RecordState, 'health' | 'rescued'>> {
  const [notes, rescued] = await Promise.all([read(notesItem).catch(() => undefined), inHand()]);
  return { health: notes ? healthOf(notes.findings) : 'damaged', rescued };
}

/** The worst that somebody should hear of. A second copy that had to be renewed has cost nothing. Pure. */
export function healthOf(findings: readonly Finding[]): RecordState['health'] {
  if (findings.some(({ what }) => what === 'lost' || what === 'changed')) return 'damaged';
  return findings.some(({ what }) => what === 'restored') ? 'restored' : 'whole';
}
