import { useEffect, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model';
import type { TroubleFacts } from '../../utils/trouble';
import { useAsking } from '../ui/use-ask';
import type { Choice } from './choice';
import { endOf } from './end-of';
import type { InviteNow } from './use-invite';

const soonMs = 10 * 60_000;

/** What somebody typed before retiring. */
export interface Consent {
  readonly reason: string;
  /** The group's name, where it was asked for. */
  readonly typed: string;
  /** Yes, although another account looks after the group. */
  readonly beside: boolean;
}

export interface Retiring {
  /** Whether the second step is on the face. */
  readonly asking: boolean;
  /** Whether the gateway is at it. */
  readonly running: boolean;
  readonly needsReason: boolean;
  /** Whether the background, too, asks for the group's name. */
  readonly needsName: boolean;
  /** Whether the background knows of another account that looks after the group. */
  readonly needsBeside: boolean;
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
  const { retired, trouble } = endOf({
    asked: asked ?? seenOpen,
    view: invite.view,
    wasOpen: seenOpen !== undefined,
    told,
  });
  const wants = trouble?.kind;
  const wantsMore = wants === 'needs-reason' || wants === 'type-name' || wants === 'not-primary';

  // What comes after a revocation was seen open is its end, whichever face had begun it.
  const openNow = invite.view?.open?.code;
  useEffect(() => {
    if (openNow !== undefined) setSeenOpen(openNow);
  }, [openNow]);

  const retire = async ({ reason, typed, beside }: Consent) => {
    const code = invite.view?.code;
    if (!code) return;
    setRunning(true);
    setAsked(code);
    const said = { ...(reason && { reason }), ...(typed && { typed }), ...(beside && { beside }) };
    const answer = await revoking.ask({ account: account.id, group: group.id, code, ...said });
    await invite.recall();
    setRunning(false);
    if (answer) setOpen(false);
    else onTroubled();
  };
  return {
    asking: open && (running || wantsMore || revoking.now.mood === 'rest'),
    running,
    needsReason: wants === 'needs-reason' || retiredLately(invite.view),
    needsName: wants === 'type-name',
    needsBeside: wants === 'not-primary',
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

function retiredLately(view: InviteView | undefined): boolean {
  return view?.previous?.byUs === true && Date.now() - view.previous.at < soonMs;
}
