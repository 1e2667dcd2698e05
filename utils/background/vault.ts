import type { VaultState } from '../model';
import { waitNow } from '../store/tries';
import * as store from '../store/vault';
import * as diary from './diary/diary';
import { settle } from './invites';
import { settleJoins } from './joins';
import { lockNow, ringLock } from './locking';
import * as queue from './queue/queue';
import { drawSign } from './toolbar-sign';

/** Whether keys can be used. */
export async function state(): Promise<VaultState> {
  const now = await store.lockState();
  const waitMs = now.locked ? await waitNow(Date.now()) : 0;
  return { ...now, ...(waitMs > 0 && { waitMs }) };
}

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

async function goOn(): Promise<void> {
  await settle();
  await settleJoins();
  await diary.rung();
  await queue.goOn();
  await drawSign();
}
