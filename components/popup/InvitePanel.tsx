import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Shape } from '../../utils/model/hand-out';
import { isNews } from '../../utils/plain-view';
import { say } from '../../utils/words';
import { AfterRow } from './AfterRow';
import type { ChainNow } from './ChainLine';
import { CopyRow } from './CopyRow';
import { type Choice, type Holder, isAskable } from './choice';
import { GroupHead } from './GroupHead';
import { groupTitle } from './group-title';
import { InviteFacts } from './InviteFacts';
import { LinkFace } from './LinkFace';
import { mayNeedWord } from './may-need-word';
import {
  AfterChange,
  ChainHanded,
  ChainLine,
  InviteNotices,
  LookAgain,
  RetireStep,
  Through,
  WhatFor,
} from './on-demand';
import { isAtSide } from './place';
import { type EnterKey, useEnter } from './use-enter';
import { useGiving } from './use-giving';
import { useInvite } from './use-invite';
import { type Retiring, useRetiring } from './use-retiring';

interface InvitePanelProps {
  readonly choice: Choice;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  readonly onAllowed: () => void;
  /** Whether what is remembered of it is what the store says now. */
  readonly isSure: boolean;
  /** Whether the keys are locked. */
  readonly isLocked: boolean;
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
  isLocked,
  isSure,
  onTroubled,
  onThrough,
  enter,
  chainNow,
}: InvitePanelProps) {
  const invite = useInvite(choice, isSure);
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
        <GroupHead {...choice} code={code} />
        <RetireStep retiring={retiring} view={view} code={code} choice={choice} />
      </section>
    );
  }
  const isNew = retiring.retired !== undefined && given?.code !== code && shape === 'link';
  const noticeable = { choice, invite, retiring, given: given?.code };
  const isShared = (choice.holders?.length ?? 0) > 1;
  const hasLink = code !== undefined || (invite.trouble === undefined && isAskable(choice));
  return (
    <section class="panel" aria-label={say('inviteOf', groupTitle(choice.group.name))}>
      <GroupHead {...choice} code={code} />
      {choice.chain && chainNow && <ChainLine chain={choice.chain} {...chainNow} />}
      {isShared && <Through choice={choice} onThrough={onThrough} onPreferred={onTroubled} />}
      {mayNeedWord(noticeable) && <InviteNotices {...noticeable} {...{ onAllowed, isLocked, onTroubled }} />}
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
          {choice.chain && <ChainHanded choice={choice} isGiven={given !== undefined && given.code === code} />}
          {given && given.code === code && <WhatFor key={given.nth} given={given} />}
          {code && view?.previous && isNews(view, Date.now()) && (
            <AfterChange choice={choice} previous={view.previous} />
          )}
        </>
      )}
      {isAtSide() && <LookAgain choice={choice} invite={invite} />}
      <AfterRow choice={choice} view={view} onRetire={retiring.begin} onThrough={onThrough} retire={focus.retire} />
    </section>
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
