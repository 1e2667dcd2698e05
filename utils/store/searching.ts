import type { RecordAsk, RecordPage, RecordPart } from '../model/record';
import { type Lines, type Stretch, stretches } from './columns';
import { database } from './database';
import type { Broken } from './packed';

/** Everything that can be searched in a part, newest first, and a way through it that keeps nobody waiting. */
export interface Search<Part extends RecordPart> {
  readonly stretches: readonly Stretch<Lines[Part]>[];
  /** Visits lines until told to stop. False where the search was given up. */
  through(visit: (line: Lines[Part]) => 'stop' | undefined): Promise<boolean>;
}

/** Where the lines of a page stand. */
export interface Places<Row> extends Pick<RecordPage<Row>, 'broken' | 'next'> {
  readonly places: readonly number[];
}

const turnMs = 12;
const latest = new Map<RecordPart, object>();

/** Undefined where it was given up: somebody types on, and has asked for the first page of something else. */
export async function searching<Part extends RecordPart>(
  part: Part,
  { before }: RecordAsk,
): Promise<Search<Part> | undefined> {
  const goOn = turns(part, before === undefined);
  const all: Stretch<Lines[Part]>[] = [];
  for await (const stretch of stretches(part)) {
    if (!(await goOn())) return undefined;
    all.push(stretch);
  }
  return {
    stretches: all,
    async through(visit) {
      for (const { lines } of all) {
        if (!(await goOn())) return false;
        if (lines.some((line) => visit(line) === 'stop')) return true;
      }
      return true;
    },
  };
}

/** Lets others have their turn, and says whether to go on. */
function turns(part: RecordPart, isFirstPage: boolean): () => Promise<boolean> {
  const mine = {};
  if (isFirstPage) latest.set(part, mine);
  let since = performance.now();
  return async () => {
    if (performance.now() - since > turnMs) {
      await new Promise((go) => setTimeout(go));
      since = performance.now();
    }
    return !isFirstPage || latest.get(part) === mine;
  };
}

/** The page of a search that was given up: whoever still wants it asks on, and that is seen through. */
export function givenUp({ before }: RecordAsk): RecordPage<never> {
  return { rows: [], broken: 0, next: before ?? Number.MAX_SAFE_INTEGER };
}

/** The page that begins with these places; one more than fit on it says that there is another. */
export async function placesOf<Part extends RecordPart>(
  part: Part,
  { stretches }: Search<Part>,
  {
    found,
    asked: { before = Infinity, limit, filter },
  }: { readonly found: readonly number[]; readonly asked: RecordAsk },
): Promise<Places<never>> {
  const places = found.slice(0, limit);
  const next = found.length > limit ? places.at(-1) : undefined;
  const isMine = ({ seq, group }: Broken) =>
    seq < before && seq > (next ?? 0) && (filter.group === undefined || group === filter.group);
  const broken = stretches.reduce((sum, stretch) => sum + stretch.broken.filter(isMine).length, 0);
  if (next !== undefined) return { places, broken, next };
  return { places, broken: broken + (await outside(part, filter.group)) };
}

/** Lines that were put out of the chain's way. */
async function outside(part: RecordPart, group: string | undefined): Promise<number> {
  const { store } = (await database()).transaction(part);
  if (group === undefined) return store.index('seq').count(IDBKeyRange.upperBound(0));
  return store.index('group').count(IDBKeyRange.bound([group, -Infinity], [group, 0]));
}

/** The lines at these places, as they lie there. */
export async function linesAt(part: RecordPart, places: readonly number[]): Promise<readonly unknown[]> {
  const index = (await database()).transaction(part).store.index('seq');
  return Promise.all(places.map((seq) => index.get(seq)));
}
