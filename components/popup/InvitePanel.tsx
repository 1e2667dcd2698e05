import { useLayoutEffect, useRef } from 'preact/hooks';
import { isolated } from '../../utils/handout/clean-name';
import type { Shape } from '../../utils/model';
import { say } from '../../utils/words';
import { AfterChange } from './AfterChange';
import { AfterRow } from './AfterRow';
import { ChainLine, type ChainNow } from './ChainLine';
import { CopyRow } from './CopyRow';
import { type Choice, type Holder, isAskable } from './choice';
import { GroupHead } from './GroupHead';
import { groupTitle } from './group-title';
import { InviteFacts } from './InviteFacts';
import { InviteNotices } from './InviteNotices';
import { LinkFace } from './LinkFace';
import { RetireStep } from './RetireStep';
import { Through } from './Through';
import { type EnterKey, useEnter } from './use-enter';
import { useGiving } from './use-giving';
import { useInvite } from './use-invite';
import { type Retiring, useRetiring } from './use-retiring';
import { WhatFor } from './WhatFor';

interface InvitePanelProps {
  readonly choice: Choice;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  readonly onAllowed: () => void;
  /** Something went wrong that the whole popup may have to know of. */
  readonly onTroubled: () => void;
  /** Somebody wants to look through another account of the group. */
  readonly onThrough: (holder: Holder) => void;
  readonly enter: EnterKey;
  /** Where it stands for several groups in a row. */
  readonly chainNow?: ChainNow | undefined;
}

/** One group's invite: see it, hand it out, retire it. Mounted anew for every group. */
export function InvitePanel({
  choice,
  shape,
  onShape,
  onAllowed,
  onTroubled,
  onThrough,
  enter,
  chainNow,
}: InvitePanelProps) {
  const invite = useInvite(choice);
  const retiring = useRetiring(choice, invite, onTroubled);
  const { handing, given } = useGiving(choice, invite);
  const focus = useFocusAfter(retiring);
  const { view } = invite;
  const code = view?.code;
  const give = (as: Shape) => {
    if (as !== shape) onShape(as);
    handing.give(as);
  };
  useEnter(enter, () => handing.giveAndLeave(shape));

  if (retiring.asking && view && code) {
    return (
      <section class="panel">
        <GroupHead {...choice} />
        <RetireStep retiring={retiring} view={view} code={code} choice={choice} />
      </section>
    );
  }
  const isNew = retiring.retired !== undefined && given?.code !== code && shape === 'link';
  const hasLink = code !== undefined || (invite.trouble === undefined && isAskable(choice));
  return (
    <section class="panel" aria-label={say('inviteOf', groupTitle(choice.group.name))}>
      <GroupHead {...choice} />
      {choice.chain && chainNow && <ChainLine chain={choice.chain} {...chainNow} />}
      <Through choice={choice} onThrough={onThrough} onPreferred={onTroubled} />
      <InviteNotices choice={choice} invite={invite} retiring={retiring} given={given?.code} onAllowed={onAllowed} />
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
            disabled={chainNow?.isCounting === true}
            isDemo={choice.account.demo}
          />
          {choice.chain && <Handed choice={choice} isGiven={given !== undefined && given.code === code} />}
          {given && given.code === code && <WhatFor key={given.nth} given={given} />}
          {code && view?.previous && <AfterChange choice={choice} previous={view.previous} />}
        </>
      )}
      <AfterRow choice={choice} view={view} onRetire={retiring.begin} onThrough={onThrough} retire={focus.retire} />
    </section>
  );
}

/** Which of several groups was handed out. */
function Handed({ choice, isGiven }: { readonly choice: Choice; readonly isGiven: boolean }) {
  return (
    <p class="small quiet-text handed" role="status">
      {isGiven && say('chainHanded', isolated(groupTitle(choice.group.name)))}
    </p>
  );
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
