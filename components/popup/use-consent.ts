import { useState } from 'preact/hooks';
import { isNameOf } from '../../utils/handout/name-of';
import type { Group } from '../../utils/model';
import { say } from '../../utils/words';
import { type OutThere, wantsName } from './use-out-there';
import type { Retiring } from './use-retiring';

export interface Consenting {
  readonly asksReason: boolean;
  readonly asksName: boolean;
  readonly reason: string;
  readonly typed: string;
  readonly say: (reason: string) => void;
  readonly type: (name: string) => void;
  /** What is wrong, in words, once somebody tried. */
  readonly reasonFault: string | undefined;
  readonly nameFault: string | undefined;
  /** Whether there is no way on yet. */
  readonly isLocked: boolean;
  /** Somebody left the field of the name, or pressed Enter in it. */
  readonly tried: () => void;
  readonly go: () => void;
}

/** What has to be typed before a link is retired, and whether it was. */
export function useConsent(retiring: Retiring, group: Group, out: OutThere): Consenting {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState<string>();
  const [missed, setMissed] = useState(false);
  const asksName = retiring.needsName || wantsName(out);
  const isNamed = !asksName || isNameOf(group, typed);
  const isLocked = out.mood === 'reading' || !isNamed;
  const lacksReason = retiring.needsReason && reason.trim() === '';
  // The background knows the name, too, and it has the last word.
  const isRefused = retiring.needsName && sent === typed;
  return {
    asksReason: retiring.needsReason,
    asksName,
    reason,
    typed,
    say: setReason,
    type: (name) => {
      setMissed(false);
      setTyped(name);
    },
    reasonFault: missed && lacksReason ? say('retireReasonMissing') : undefined,
    nameFault: (missed && typed !== '' && !isNamed) || isRefused ? say('retireNotName') : undefined,
    isLocked,
    tried: () => setMissed(true),
    go: () => {
      setMissed(isLocked || lacksReason);
      if (isLocked || lacksReason) return;
      setSent(typed);
      retiring.retire({ reason: reason.trim(), typed: asksName ? typed : '' });
    },
  };
}
