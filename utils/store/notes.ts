import * as v from 'valibot';
import type { Finding, RecordPart } from '../model/record';
import { change, type Item, read } from './items';

/** What stays wrong in a part, as far as it was told already. */
interface Wrong {
  readonly lost: number;
  readonly changed: number;
}

interface Notes {
  readonly findings: readonly Finding[];
  readonly known: Readonly<Record<RecordPart, Wrong>>;
  readonly checkedAt?: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const wrong = v.object({ lost: count, changed: count });

/** What the store found to be wrong with itself. */
export const notesItem: Item<Notes> = {
  key: 'record',
  shape: v.object({
    findings: v.array(
      v.object({
        at: v.number(),
        part: v.picklist(['lineage', 'ledger', 'items']),
        what: v.picklist(['lost', 'changed', 'restored', 'copy-renewed']),
        count,
        item: v.exactOptional(v.string()),
      }),
    ),
    known: v.object({ lineage: wrong, ledger: wrong }),
    checkedAt: v.exactOptional(v.number()),
  }),
  fallback: { findings: [], known: { lineage: { lost: 0, changed: 0 }, ledger: { lost: 0, changed: 0 } } },
  steps: [],
};

const mostFindings = 100;

/** Notes findings, newest first. */
export async function note(findings: readonly Finding[]): Promise<void> {
  const told = findings.filter((finding) => finding.count > 0);
  if (told.length === 0) return;
  await change(notesItem, (notes) => ({ ...notes, findings: [...told, ...notes.findings].slice(0, mostFindings) }));
}

/** Notes what a comparison came to. What stays wrong is told once. */
export async function noteTally(
  part: RecordPart,
  tally: Wrong & { readonly restored: number; readonly renewed: number },
  at: number,
): Promise<void> {
  const { known } = await read(notesItem);
  const { lost, changed } = known[part];
  await note([
    { at, part, what: 'lost', count: Math.max(0, tally.lost - lost) },
    { at, part, what: 'changed', count: Math.max(0, tally.changed - changed) },
    { at, part, what: 'restored', count: tally.restored },
    { at, part, what: 'copy-renewed', count: tally.renewed },
  ]);
  if (lost === tally.lost && changed === tally.changed) return;
  const now: Wrong = { lost: tally.lost, changed: tally.changed };
  await change(notesItem, (notes) => ({ ...notes, known: { ...notes.known, [part]: now } }));
}

export async function noteChecked(at: number): Promise<void> {
  await change(notesItem, (notes) => ({ ...notes, checkedAt: at }));
}

/** Somebody has read them. */
export async function forgetFindings(): Promise<void> {
  await change(notesItem, (notes) => ({ ...notes, findings: [] }));
}
