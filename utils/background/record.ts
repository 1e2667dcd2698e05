import type { RecordPart, RecordState } from '../model/record';
import { reading } from '../store/database';
import { inspect as inspectEnds } from '../store/inspecting';
import { read } from '../store/items';
import { forgetFindings, notesItem } from '../store/notes';
import { type Added, addRows } from '../store/saved-rows';
import { letGo } from './in-hand';
import { healthOf } from './record-health';
import { inHand } from './rescued';

const checkEveryMs = 86_400_000;
const mostRows = 2_000;

/** How the record is, and whether the browser will keep it. */
export async function state(): Promise<RecordState> {
  const [lineage, ledger, notes, rescued, room] = await Promise.all([
    reading((db) => db.count('lineage')),
    reading((db) => db.count('ledger')),
    read(notesItem),
    inHand(),
    roomForUs(),
  ]);
  const { findings, checkedAt } = notes;
  return {
    ...{ lineage, ledger, findings, rescued, ...room },
    health: healthOf(findings),
    ...(checkedAt !== undefined && { checkedAt }),
  };
}

/** At each start: both copies are compared by their ends, and once a day by all they hold. Never rejects. */
export async function inspect(): Promise<void> {
  try {
    await inspectEnds();
    const { checkedAt = 0 } = await read(notesItem);
    if (Math.abs(Date.now() - checkedAt) >= checkEveryMs) await checkAll();
  } catch {
    // A store that cannot be read is told to whoever asks next; here nobody listens.
  }
  await askToPersist().catch(() => undefined);
}

export async function check(): Promise<RecordState> {
  await checkAll();
  return state();
}

async function checkAll(): Promise<void> {
  await (await import('../store/mending')).check();
}

export async function confirm(): Promise<RecordState> {
  await forgetFindings();
  return state();
}

export async function release(id: string): Promise<RecordState> {
  await letGo(id);
  return state();
}

/** Rows as they are kept, seals and all, broken ones too. */
export async function rows({ part, after }: { readonly part: RecordPart; readonly after: number }): Promise<unknown[]> {
  return reading((db) => db.getAllFromIndex(part, 'seq', IDBKeyRange.lowerBound(Math.max(0, after), true), mostRows));
}

/** Adds what a saved record holds and we do not. */
export async function add(saved: { readonly lineage: readonly unknown[]; readonly ledger: readonly unknown[] }) {
  const lineage = await addRows('lineage', saved.lineage);
  const ledger = await addRows('ledger', saved.ledger);
  const sum = (name: keyof Added) => lineage[name] + ledger[name];
  return { added: sum('added'), known: sum('known'), refused: sum('refused') };
}

async function roomForUs(): Promise<Pick<RecordState, 'persisted' | 'bytes'>> {
  const [persisted, estimate] = await Promise.all([
    navigator.storage?.persisted?.().catch(() => false),
    navigator.storage?.estimate?.().catch(() => undefined),
  ]);
  return { persisted: persisted ?? false, ...(estimate?.usage !== undefined && { bytes: estimate.usage }) };
}

/** A worker cannot ask; there the permission for unlimited storage is the promise. */
async function askToPersist(): Promise<void> {
  if (await navigator.storage?.persisted?.()) return;
  await navigator.storage?.persist?.();
}
