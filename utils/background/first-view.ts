import { type FirstView, firstViewKey, isShut } from '../bridge/first-view';
import { browser } from '../browser';
import { isDemoCode } from '../demo';
import type { FirstFace } from '../first-face';
import { cleanName } from '../handout/clean-name';
import { shapeWords } from '../handout/shape-words';
import type { Overview } from '../model/overview';
import { isPlain } from '../plain-view';
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

/** The browser lets us talk to others than before. */
export function allowed(): void {
  wrote();
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
  const face = overview && faceOf(overview, Date.now());
  const next: FirstView | undefined = overview && {
    version: browser.runtime.getManifest().version,
    text: JSON.stringify(overview),
    ...(face && { face }),
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

/** What stands in the popup before the popup itself; nothing where that begins with something else than a link to copy. */
export function faceOf(overview: Overview, now: number): FirstFace | undefined {
  const { accounts, last, settings } = overview;
  const { code, account } = last?.invite ?? {};
  const name = cleanName(last?.group.name ?? '');
  const isDemo = accounts.some(({ id, demo }) => id === account && demo);
  if (!last || !code || !name || isDemo || isDemoCode(code) || !isPlain(overview, now)) return undefined;
  const { admin } = last.group;
  const tag = admin === undefined ? '' : admin ? 'admin' : 'notAdmin';
  return { name, code, act: shapeWords[settings.shape].act, tag, theme: settings.theme };
}
