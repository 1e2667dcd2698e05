import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { tell } from '../ui/use-ask';
import { AfterRow } from './AfterRow';
import { CopyRow } from './CopyRow';
import type { Choice } from './choice';
import { GroupHead } from './GroupHead';
import { groupTitle } from './group-title';
import { InviteFacts } from './InviteFacts';
import { InviteNotices } from './InviteNotices';
import { LinkFace } from './LinkFace';
import { RetireStep } from './RetireStep';
import { type EnterKey, useEnter } from './use-enter';
import { type HandedOut, useHandOut } from './use-hand-out';
import { type InviteNow, useInvite } from './use-invite';
import { type Retiring, useRetiring } from './use-retiring';

interface InvitePanelProps {
  readonly choice: Choice;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  readonly onAllowed: () => void;
  readonly enter: EnterKey;
}

/** One group's invite: see it, hand it out, retire it. Mounted anew for every group. */
export function InvitePanel({ choice, shape, onShape, onAllowed, enter }: InvitePanelProps) {
  const invite = useInvite(choice);
  const retiring = useRetiring(choice, invite);
  const { handing, given } = useGiving(choice, invite);
  const focus = useFocusAfter(retiring);
  const code = invite.view?.code;
  const give = (as: Shape) => {
    if (as !== shape) onShape(as);
    handing.give(as);
  };
  useEnter(enter, () => handing.giveAndLeave(shape));

  if (retiring.asking) return <Step choice={choice} invite={invite} retiring={retiring} />;
  const isNew = retiring.retired !== undefined && given !== code && shape === 'link';
  const hasLink = code !== undefined || (invite.trouble === undefined && choice.account.allowed);
  return (
    <section class="panel" aria-label={say('inviteOf', groupTitle(choice.group.name))}>
      <GroupHead {...choice} />
      <InviteNotices choice={choice} invite={invite} retiring={retiring} given={given} onAllowed={onAllowed} />
      {hasLink && (
        <>
          <LinkFace code={code}>
            <InviteFacts choice={choice} invite={invite} />
          </LinkFace>
          <CopyRow
            shape={shape}
            now={handing.now}
            onGive={give}
            label={isNew ? say('copyNewLink') : undefined}
            primary={focus.primary}
          />
        </>
      )}
      <AfterRow choice={choice} view={invite.view} onRetire={retiring.begin} retire={focus.retire} />
    </section>
  );
}

function Step({
  choice,
  invite,
  retiring,
}: Pick<InvitePanelProps, 'choice'> & { invite: InviteNow; retiring: Retiring }) {
  return (
    <section class="panel">
      <GroupHead {...choice} />
      <RetireStep retiring={retiring} view={invite.view} group={choice.group} />
    </section>
  );
}

const atRest: HandedOut = { outcome: 'rest' };

/** Hands the invite out and notes it; `given` is the code that left last. */
function useGiving({ account, group }: Choice, invite: InviteNow) {
  const [given, setGiven] = useState<InviteCode>();
  const handing = useHandOut({
    coming: async () => ({ code: await invite.coming(), group: group.name }),
    onGiven: ({ code }, shape) => {
      setGiven(code);
      tell('ledger.note', { account: account.id, group: group.id, code, shape });
    },
  });
  // "Copied" was said of another link: it must not stand beside this one.
  const isPast = handing.now.outcome === 'done' && given !== undefined && given !== invite.view?.code;
  return { handing: isPast ? { ...handing, now: atRest } : handing, given };
}

/** After the second step the focus is on what one wants next: the new link, or the way back in. */
function useFocusAfter({ asking, retired }: Retiring) {
  const primary = useRef<HTMLButtonElement>(null);
  const retire = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asked.current && !asking) ((!retired && retire.current) || primary.current)?.focus();
    asked.current = asking;
  }, [asking, retired]);
  return { primary, retire };
}
