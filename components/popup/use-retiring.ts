import { useEffect, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { TroubleFacts, TroubleKind } from '../../utils/trouble';
import { useOnDemand } from '../ui/later';
import { useAsking } from '../ui/use-ask';
import type { Choice } from './choice';
import { seldom } from './on-demand';
import type { InviteNow } from './use-invite';

/** What somebody typed before retiring; what was not asked for is left out. */
export interface Consent {
  readonly reason?: string;
  /** The group's name. */
  readonly typed?: string;
  /** Yes, although another account looks after the group. */
  readonly beside?: true;
}

export interface Retiring {
  /** Whether the second step is on the face. */
  readonly asking: boolean;
  /** Whether the gateway is at it. */
  readonly running: boolean;
  /** What the background said to the last try. */
  readonly told: TroubleKind | undefined;
  /** Why it did not happen, or why nobody knows. */
  readonly trouble: TroubleFacts | undefined;
  /** The code that was retired just now. */
  readonly retired: InviteCode | undefined;
  readonly begin: () => void;
  readonly cancel: () => void;
  readonly retire: (consent: Consent) => Promise<void>;
}

/** Retiring a group's link, in two steps. What became of it is told by the store, not by the reply. */
export function useRetiring({ account, group }: Choice, invite: InviteNow, onTroubled: () => void): Retiring {
  const revoking = useAsking('invite.revoke');
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const [asked, setAsked] = useState<InviteCode>();
  const [seenOpen, setSeenOpen] = useState<InviteCode>();
  const told = revoking.now.mood === 'troubled' ? revoking.now.trouble : undefined;
  // As long as nothing has been asked for, there is no end to know of.
  const code = asked ?? seenOpen;
  const late = useOnDemand(seldom, { isWanted: code !== undefined });
  const { retired, trouble } =
    late?.endOf({ asked: code, view: invite.view, wasOpen: seenOpen !== undefined, told }) ?? {};
  const wantsMore = /^(needs-reason|type-name|not-primary)$/.test(trouble?.kind ?? '');

  // What comes after a revocation was seen open is its end, whichever face had begun it.
  const openNow = invite.view?.open?.code;
  useEffect(() => {
    if (openNow !== undefined) setSeenOpen(openNow);
  }, [openNow]);

  const retire = async (consent: Consent) => {
    const code = invite.view?.code;
    if (!code) return;
    setRunning(true);
    setAsked(code);
    const answer = await revoking.ask({ account: account.id, group: group.id, code, ...consent });
    await invite.recall();
    setRunning(false);
    if (answer) setOpen(false);
    else onTroubled();
  };
  return {
    asking: open && (running || wantsMore || revoking.now.mood === 'rest'),
    running,
    told: trouble?.kind,
    trouble: running || wantsMore ? undefined : trouble,
    retired: running ? undefined : retired,
    begin: () => {
      revoking.rest();
      setAsked(undefined);
      setSeenOpen(undefined);
      setOpen(true);
    },
    cancel: () => setOpen(false),
    retire,
  };
}
