import type { VaultState } from '../model/settings';
import * as store from '../store/vault';
import { goOn } from './duties';
import { lockNow, ringLock } from './locking';
import { state } from './vault-state';

export { state };

export async function unlock(passphrase: string): Promise<VaultState> {
  await store.unlock(passphrase);
  return opened();
}

export async function lock(): Promise<VaultState> {
  await lockNow();
  return state();
}

/** Sets, changes or (empty `next`) removes the passphrase. The keys can be used afterwards. */
export async function protect(asked: { readonly old: string; readonly next: string }): Promise<VaultState> {
  await store.protect(asked);
  return opened();
}

/** Forgets every key, and the passphrase with them. Accounts and the record stay. */
export async function forget(): Promise<VaultState> {
  await store.forgetAllSecrets();
  return opened();
}

/** The keys are there: what has waited for them goes on. */
async function opened(): Promise<VaultState> {
  await ringLock();
  void goOn();
  return state();
}
