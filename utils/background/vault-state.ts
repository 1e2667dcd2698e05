import type { VaultState } from '../model/settings';
import { waitNow } from '../store/tries';
import * as store from '../store/vault';

/** Whether keys can be used. */
export async function state(): Promise<VaultState> {
  const now = await store.lockState();
  const waitMs = now.locked ? await waitNow(Date.now()) : 0;
  return { ...now, ...(waitMs > 0 && { waitMs }) };
}
