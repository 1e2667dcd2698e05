import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import type { JoinPlan, JoinWay } from '../../utils/model/join';
import { say } from '../../utils/words';
import { CurrentLink } from '../ui/CurrentLink';
import { NobodyToAsk } from '../ui/NobodyToAsk';
import { TroubleNotice } from '../ui/Notice';
import { SightFacts } from '../ui/SightFacts';
import { Unlock } from '../ui/Unlock';
import { AccountChoice } from './AccountChoice';
import { GreetingField } from './GreetingField';
import { JoinActions } from './JoinActions';
import { NoAccount, Outside, Unseen } from './JoinNotices';
import { LinkLine, Stand } from './Stand';
import { joinable } from './sight-kinds';
import { useArmed } from './use-armed';
import type { Joining } from './use-join';
import { useNow } from './use-now';

interface JoinFormProps {
  readonly plan: JoinPlan;
  readonly joining: Joining;
  /** Told whether a button of this face may be pressed by key yet. */
  readonly ready: RefObject<() => boolean>;
}

/** The question: what one would join, through which account, and what must be said yes to. */
export function JoinForm({ plan, joining, ready }: JoinFormProps) {
  const { sight, ways, outside } = plan;
  const whyId = useId();
  const [chosen, setChosen] = useState(plan.account);
  const [greeting, setGreeting] = useState(plan.greeting);
  const [despite, setDespite] = useState(false);
  const [unseen, setUnseen] = useState(false);
  const way = ways.find(({ account }) => account === chosen);
  const can = joinable(sight);
  const armed = useArmed(`${sight.code} ${plan.account} ${sight.seenAt} ${sight.name}`);
  const now = useNow(way?.until);
  const isLocked = (joining.trouble ?? sight.trouble)?.kind === 'vault-locked';
  const isReady = () => {
    const settled = !joining.preparing && !joining.sending && plan.account === chosen;
    const agreed = (can === 'yes' || (can === 'unseen' && unseen)) && (!outside || despite);
    return settled && agreed && isFree(way, now) && armed.isNow();
  };
  useReady(ready, armed.isNow);
  const change = (account: string) => {
    setChosen(account);
    joining.prepare(account);
  };
  const go = () => {
    if (chosen !== undefined && isReady())
      joining.join({ account: chosen, greeting: speaks(plan) ? greeting : '', despite });
  };
  return (
    <Stand
      title={say('windowJoinTitle')}
      busy={joining.preparing || joining.sending}
      actions={
        <JoinActions
          plan={plan}
          joining={joining}
          ready={armed.armed && isReady()}
          onGo={can === 'no' ? undefined : go}
          why={isFree(way, now) ? undefined : whyId}
        />
      }
    >
      {isLocked && <Unlock onUnlocked={() => joining.prepare(chosen)} />}
      {joining.trouble && !isLocked && <TroubleNotice trouble={joining.trouble} />}
      <div class={`card ${joining.preparing ? 'looking-again' : ''}`}>
        <SightFacts sight={sight} now={Date.now()}>
          <CurrentLink own={sight.own} />
        </SightFacts>
        <LinkLine code={sight.code} />
      </div>
      {ways.length === 0 ? (
        isDemoCode(sight.code) || <NoAccount />
      ) : (
        <AccountChoice ways={ways} chosen={chosen} now={now} onChoose={change} whyId={whyId} />
      )}
      {sight.trouble?.kind === 'no-source' && (
        <NobodyToAsk code={sight.code} onAllowed={() => joining.prepare(chosen)} />
      )}
      {can === 'unseen' && ways.length > 0 && <Unseen ticked={unseen} onTick={setUnseen} />}
      {can !== 'no' && outside && <Outside ticked={despite} onTick={setDespite} />}
      {can !== 'no' && way && mayJoin(way) && speaks(plan) && (
        <GreetingField value={greeting} onValue={setGreeting} isSet={plan.isGreetingSet ?? false} />
      )}
    </Stand>
  );
}

function mayJoin({ can }: JoinWay): boolean {
  return can === 'join' || can === 'wait';
}

/** A wait that has ended is none. */
function isFree(way: JoinWay | undefined, now: number): boolean {
  return way?.can === 'join' || (way?.can === 'wait' && (way.until ?? Infinity) <= now);
}

/** In a group for announcements only admins write. */
function speaks({ sight }: JoinPlan): boolean {
  return sight.kind !== 'announcements';
}

function useReady(ready: RefObject<() => boolean>, isNow: () => boolean): void {
  ready.current = isNow;
  useLayoutEffect(
    () => () => {
      ready.current = () => true;
    },
    [],
  );
}
