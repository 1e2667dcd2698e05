import type { InviteView } from '../model/invite';
import * as lineage from '../store/lineage';
import { type OneGroup, readNow } from './reading';

export { settle } from './looking-after';
export { revoke } from './revoking';

export function recall({ account, group }: OneGroup): Promise<InviteView> {
  return lineage.recall(account, group);
}

/**
 * Asks the gateway for the code, and lets what it says end a revocation that is still open. Where another account of the
 * group had to tell, it says what went wrong with this one.
 */
export async function read(asked: OneGroup): Promise<InviteView> {
  const failed = await readNow(asked);
  return { ...(await recall(asked)), ...(failed && { failed: failed.facts }) };
}
