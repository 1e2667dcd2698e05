import { recorded } from './lineage';
import { all, release } from './rescue';

/** Writes rescued codes into the record, if that works again; how many it took. */
export async function drain(): Promise<number> {
  let taken = 0;
  for (const rescued of await all()) {
    await recorded(rescued);
    await release(rescued.id);
    taken += 1;
  }
  return taken;
}
