import { useState } from 'preact/hooks';
import type { TroubleFacts } from '../../../utils/trouble';
import { troubleWords } from '../../../utils/wording';
import { say } from '../../../utils/words';
import { triedWords } from '../../ui/Unlock';
import { useAsking } from '../../ui/use-ask';
import { useWait } from '../../ui/use-wait';
import { strengthOf } from './strength';

export type Deed = 'set' | 'change' | 'remove';

interface Typed {
  readonly old: string;
  readonly next: string;
  /** The new one once more. */
  readonly again: string;
}

export interface Protecting {
  /** What is wrong, by the field it is wrong in. */
  readonly faults: { readonly old?: string; readonly next?: string; readonly again?: string };
  readonly trouble: TroubleFacts | undefined;
  readonly busy: boolean;
  /** Gives whether it was done. */
  readonly protect: (typed: Typed) => Promise<boolean>;
}

/** Changing the passphrase: what was typed is looked at first, and each fault stands where it can be mended. */
export function useProtecting(deed: Deed): Protecting {
  const { now, ask, rest } = useAsking('vault.protect');
  const [faults, setFaults] = useState<Protecting['faults']>({});
  const trouble = now.mood === 'troubled' ? now.trouble : undefined;
  const left = useWait(trouble?.waitMs ?? 0, now);
  const busy = now.mood === 'waiting' || left > 0;
  const protect = async ({ old, next, again }: Typed) => {
    if (busy) return false;
    rest();
    // An empty one removes it: only where that is what is wanted.
    const found = deed === 'remove' ? {} : faultsIn(next, again);
    setFaults(found);
    return Object.keys(found).length === 0 && (await ask({ old, next: deed === 'remove' ? '' : next })) !== undefined;
  };
  const isWrong = trouble?.kind === 'wrong-passphrase';
  return {
    faults: { ...faults, ...(trouble && isWrong && { old: triedWords(trouble, left) }) },
    trouble: isWrong ? undefined : trouble,
    busy,
    protect,
  };
}

function faultsIn(next: string, again: string): Protecting['faults'] {
  if (strengthOf(next) === 'short') {
    const { what, next: then } = troubleWords({ kind: 'short-passphrase' });
    return { next: `${what} ${then}` };
  }
  return next === again ? {} : { again: say('passphraseDiffers') };
}
