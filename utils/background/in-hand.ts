import type { RescuedCode } from '../model/record';
import type { Intent } from '../store/database';
import { drain } from '../store/draining';
import * as lineage from '../store/lineage';
import * as rescue from '../store/rescue';
import { Trouble } from '../trouble';
import { homeless, lookAnew } from './rescued';

const retryMs = 100;

/**
 * Ends a revocation with the code in hand. Where the record cannot be written after three tries, the code is kept beside
 * it, and whoever waits is told `unrecorded`.
 */
export async function recorded(intent: Intent, ending: lineage.Ending): Promise<void> {
  if (await isWritten(lineage.settled(intent, ending))) return;
  // The raw answer may be what the disk has no room for: from now on the code goes without it.
  const { raw: _, ...bare } = ending;
  for (const wait of [retryMs, 2 * retryMs]) {
    await new Promise((go) => setTimeout(go, wait));
    if (await isWritten(lineage.settled(intent, bare))) return;
  }
  const { id, account, group, name, code: old } = intent;
  const { code, now: at } = ending;
  await kept({ id, at, account, group, name, code, old });
  throw new Trouble('unrecorded');
}

/** Brings what could not be written into the record, if that works again; whether nothing is left. Never rejects. */
export async function drained(): Promise<boolean> {
  for (const code of homeless.values()) await kept(code);
  await changing(drain).catch(() => undefined);
  const left = await rescue.all().catch(() => ['unread']);
  return left.length + homeless.size === 0;
}

/** Lets one go that somebody has saved. */
export async function letGo(id: string): Promise<void> {
  homeless.delete(id);
  await changing(() => rescue.release(id));
}

async function kept(code: RescuedCode): Promise<void> {
  homeless.set(code.id, code);
  if (await isWritten(changing(() => rescue.keep(code)))) homeless.delete(code.id);
}

/** Whoever reads meanwhile has not read for good. */
async function changing<T>(deed: () => Promise<T>): Promise<T> {
  lookAnew();
  return deed().finally(lookAnew);
}

function isWritten(writing: Promise<unknown>): Promise<boolean> {
  return writing.then(
    () => true,
    () => false,
  );
}
