import { useEffect, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { GroupId } from '../../utils/model/group';
import type { LedgerSummary } from '../../utils/model/hand-out';
import { useAsk } from '../ui/use-asked';

/** How long somebody is kept waiting for the ledger. */
const patienceMs = 1000;

/** Where a code is out in the world, as far as the ledger could be read in time. */
export type OutThere =
  | { readonly mood: 'reading' }
  | { readonly mood: 'unread' }
  | { readonly mood: 'read'; readonly summary: LedgerSummary };

export function useOutThere(group: GroupId, code: InviteCode): OutThere {
  const { now } = useAsk('ledger.summary', { group, code });
  const [late, setLate] = useState<InviteCode>();
  useEffect(() => {
    const waiting = setTimeout(() => setLate(code), patienceMs);
    return () => clearTimeout(waiting);
  }, [code]);
  if (now.mood === 'answered') return { mood: 'read', summary: now.answer };
  return { mood: now.mood === 'troubled' || late === code ? 'unread' : 'reading' };
}

/** Whether the group's name has to be typed before this code is retired: it is on paper, or nobody can tell. */
export function wantsName(out: OutThere): boolean {
  return out.mood === 'unread' || (out.mood === 'read' && out.summary.printed.length > 0);
}
