import { useState } from 'preact/hooks';
import { isNameOf } from '../../utils/handout/name-of';
import type { InviteView } from '../../utils/model/invite';
import { say } from '../../utils/words';
import type { Choice } from './choice';
import { otherPrimary } from './choice-others';
import { type OutThere, wantsName } from './use-out-there';
import type { Retiring } from './use-retiring';

export interface Consenting {
  readonly asksReason: boolean;
  readonly asksName: boolean;
  /** Whether somebody must say that this account may do it, though another looks after the group. */
  readonly asksBeside: boolean;
  readonly beside: boolean;
  readonly reason: string;
  readonly typed: string;
  readonly say: (reason: string) => void;
  readonly type: (name: string) => void;
  readonly tick: (beside: boolean) => void;
  /** What is wrong, in words, once somebody tried. */
  readonly reasonFault: string | undefined;
  readonly nameFault: string | undefined;
  /** Whether there is no way on yet. */
  readonly isLocked: boolean;
  /** Somebody left the field of the name, or pressed Enter in it. */
  readonly tried: () => void;
  readonly go: () => void;
}

const soonMs = 10 * 60_000;

interface Asked {
  readonly retiring: Retiring;
  readonly view: InviteView;
  readonly choice: Choice;
  readonly out: OutThere;
}

/** What has to be typed before a link is retired, and whether it was. */
export function useConsent({ retiring, view, choice, out }: Asked): Consenting {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState<string>();
  const [beside, setBeside] = useState(false);
  const [missed, setMissed] = useState(false);
  const asksReason = retiring.told === 'needs-reason' || retiredLately(view);
  const asksBeside = retiring.told === 'not-primary' || otherPrimary(choice) !== undefined;
  const asksName = retiring.told === 'type-name' || wantsName(out);
  const isNamed = !asksName || isNameOf(choice.group, typed);
  const isLocked = out.mood === 'reading' || !isNamed || (asksBeside && !beside);
  const lacksReason = asksReason && reason.trim() === '';
  // The background knows the name, too, and it has the last word.
  const isRefused = retiring.told === 'type-name' && sent === typed;
  return {
    asksReason,
    asksName,
    asksBeside,
    beside,
    reason,
    typed,
    say: setReason,
    type: (name) => {
      setMissed(false);
      setTyped(name);
    },
    tick: setBeside,
    reasonFault: missed && lacksReason ? say('retireReasonMissing') : undefined,
    nameFault: (missed && typed !== '' && !isNamed) || isRefused ? say('retireNotName') : undefined,
    isLocked,
    tried: () => setMissed(true),
    go: () => {
      setMissed(isLocked || lacksReason);
      if (isLocked || lacksReason) return;
      setSent(typed);
      retiring.retire({
        ...(reason.trim() && { reason: reason.trim() }),
        ...(asksName && { typed }),
        ...(asksBeside && beside && { beside }),
      });
    },
  };
}

function retiredLately({ previous }: InviteView): boolean {
  return previous?.byUs === true && Date.now() - previous.at < soonMs;
}
