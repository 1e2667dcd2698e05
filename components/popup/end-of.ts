import type { InviteCode } from '../../utils/invite-link';
import type { InviteView } from '../../utils/model/invite';
import type { TroubleFacts } from '../../utils/trouble';

interface Known {
  /** The code that was to be retired from this face. */
  readonly asked: InviteCode | undefined;
  /** What the store says now. */
  readonly view: InviteView | undefined;
  /** Whether the store has held its revocation for open. */
  readonly wasOpen: boolean;
  /** What the reply said. */
  readonly told: TroubleFacts | undefined;
}

/** How a revocation ended. The store knows better than the reply, whichever of them comes later. */
export function endOf({ asked, view, wasOpen, told }: Known): {
  readonly retired?: InviteCode;
  readonly trouble?: TroubleFacts;
} {
  const previous = view?.previous;
  // Another code alone proves nothing: somebody else may have changed it.
  if (asked !== undefined && previous?.byUs && previous.code === asked) return { retired: asked };
  if (wasOpen && !view?.open && view?.code === asked) {
    return { trouble: told?.kind === 'not-rotated' ? told : { kind: 'not-rotated' } };
  }
  return told ? { trouble: told } : {};
}
