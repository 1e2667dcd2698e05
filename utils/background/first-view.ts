import { type FirstView, firstViewKey, isShut } from '../bridge/first-view';
import { browser } from '../browser';
import type { Overview } from '../model';
import { mustBeOpen, wrote } from '../store/writes';

/** After so long without a change, what the popup shows first is written down. */
const calmMs = 300;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Something in the store has changed: the popup may have to begin with something else. */
export function changed(changes: Readonly<Record<string, unknown>>): void {
  if (Object.keys(changes).every((key) => key === firstViewKey)) return;
  // By whomever.
  wrote();
  // Of an account that is gone, or keys that have a passphrase now, not even that little stays.
  if ('accounts' in changes || 'vault' in changes)
    void browser.storage.local.remove(firstViewKey).catch(() => undefined);
  renew();
}

/** Writes down, as soon as there is peace, what the popup begins with. */
export function renew(): void {
  const { local } = browser.storage;
  if (!isShut(local)) return;
  clearTimeout(waiting);
  waiting = setTimeout(
    () =>
      void keep()
        .catch(() => local.remove(firstViewKey))
        .catch(() => undefined),
    calmMs,
  );
}

/** What cannot be kept is not missed: the popup waits for us then. */
async function keep(): Promise<void> {
  const { local } = browser.storage;
  await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  const overview = keptOf(await (await import('./overview')).overview());
  const next: FirstView | undefined = overview && {
    version: browser.runtime.getManifest().version,
    text: JSON.stringify(overview),
  };
  mustBeOpen();
  await (next ? local.set({ [firstViewKey]: next }) : local.remove(firstViewKey));
}

/**
 * What of an answer is kept: no more than the popup shows at once. Nothing where keys have a passphrase, and nothing where
 * something must be said first, which only the background can say as it is now.
 */
export function keptOf(overview: Overview): Overview | undefined {
  const { vault, record, chains, settings, last } = overview;
  const isAmiss = record.health !== 'whole' || record.rescued.length > 0 || last?.invite.open || last?.invite.failed;
  if (vault.passphrase || vault.locked || isAmiss || chains.length > 0) return undefined;
  return {
    ...overview,
    ...{ used: [], primaries: {} },
    settings: { ...settings, joinOnly: [], greeting: '' },
  };
}
