import { useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { GroupId } from '../../utils/model/group';
import type { Shape } from '../../utils/model/hand-out';
import { ask } from '../ui/use-ask';
import type { Choice } from './choice';
import { type HandedOut, useHandOut } from './use-hand-out';
import type { InviteNow } from './use-invite';

/** What a hand-out was for, and whether it is on paper. */
export interface Said {
  readonly label: string;
  readonly printed: boolean;
}

/** A hand-out that can still be told what it was for. */
export interface Given {
  /** Tells it from the one before. */
  readonly nth: number;
  /** The id that the ledger gave it, as soon as it is written. Rejects where it could not be. */
  readonly noted: Promise<string>;
  readonly group: GroupId;
  readonly code: InviteCode;
  readonly shape: Shape;
  /** What was said of it so far. */
  readonly said: { current: Said };
}

const atRest: HandedOut = { outcome: 'rest' };

/** Hands the invite out and notes it; `given` is what left last. */
export function useGiving({ account, group }: Choice, invite: InviteNow) {
  const [given, setGiven] = useState<Given>();
  const handing = useHandOut({
    coming: async () => ({ code: await invite.coming(), group: group.name }),
    onGiven: ({ code }, shape) => {
      const noted = ask('ledger.note', { account: account.id, group: group.id, code, shape });
      // Whoever copies and leaves hears nothing of it.
      noted.catch(() => undefined);
      const said = { current: { label: '', printed: false } };
      setGiven((before) => ({ nth: (before?.nth ?? 0) + 1, noted, group: group.id, code, shape, said }));
    },
  });
  // "Copied" was said of another link: it must not stand beside this one.
  const isPast = handing.now.outcome === 'done' && given !== undefined && given.code !== invite.view?.code;
  return { handing: isPast ? { ...handing, now: atRest } : handing, given };
}
