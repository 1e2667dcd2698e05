import { useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model';
import type { TroubleFacts } from '../../utils/trouble';
import { useAsking } from '../ui/use-ask';
import type { Choice } from './choice';
import type { InviteNow } from './use-invite';

const soonMs = 10 * 60_000;

export interface Retiring {
  /** Whether the second step is on the face. */
  readonly asking: boolean;
  /** Whether the gateway is at it. */
  readonly running: boolean;
  readonly needsReason: boolean;
  /** Why it did not happen, or why nobody knows. */
  readonly trouble: TroubleFacts | undefined;
  /** The code that was retired just now. */
  readonly retired: InviteCode | undefined;
  readonly begin: () => void;
  readonly cancel: () => void;
  readonly retire: (reason: string) => Promise<void>;
}

/** Retiring a group's link, in two steps. What became of it is told by the store, not by the reply. */
export function useRetiring({ account, group }: Choice, invite: InviteNow): Retiring {
  const revoking = useAsking('invite.revoke');
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const [retired, setRetired] = useState<InviteCode>();
  const trouble = revoking.now.mood === 'troubled' ? revoking.now.trouble : undefined;
  const wantsReason = trouble?.kind === 'needs-reason';

  const retire = async (reason: string) => {
    const code = invite.view?.code;
    if (!code) return;
    setRunning(true);
    await revoking.ask({ account: account.id, group: group.id, code, ...(reason && { reason }) });
    const after = await invite.recall();
    setRunning(false);
    // Another code alone proves nothing: somebody else may have changed it.
    if (after?.previous?.byUs && after.previous.code === code) {
      setRetired(code);
      revoking.rest();
      setOpen(false);
    }
  };
  return {
    asking: open && (running || wantsReason || revoking.now.mood === 'rest'),
    running,
    needsReason: wantsReason || retiredLately(invite.view),
    trouble: running || wantsReason ? undefined : trouble,
    retired,
    begin: () => {
      revoking.rest();
      setRetired(undefined);
      setOpen(true);
    },
    cancel: () => setOpen(false),
    retire,
  };
}

function retiredLately(view: InviteView | undefined): boolean {
  return view?.previous?.byUs === true && Date.now() - view.previous.at < soonMs;
}
