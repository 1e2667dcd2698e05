import type { Sight } from '../../utils/model/sight';
import type { TroubleKind } from '../../utils/trouble';
import { isDead } from '../ui/invites-list/chosen';

const inOptions: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-permission', 'key-refused', 'key-limited', 'no-session', 'secrets-lost', 'key-missing'] as const),
  ...(['not-a-gateway', 'redirected', 'no-account'] as const),
]);

/** Whether the options are the place to mend it. */
export function isMendedInOptions(kind: TroubleKind): boolean {
  return inOptions.has(kind);
}

const alsoStopsJoining: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-permission', 'unreachable', 'key-refused', 'no-session', 'session-down', 'secrets-lost'] as const),
  ...([
    'restricted',
    'no-account',
    'store-failed',
    'store-newer',
    'no-such-group',
    'vault-locked',
    'key-missing',
  ] as const),
]);

/** How far somebody who has seen this may go: join, join after saying that they have not seen it, or not at all. */
export function joinable(sight: Sight): 'yes' | 'unseen' | 'no' {
  const { verdict, trouble } = sight;
  if (isDead(sight) || verdict === 'full') return 'no';
  if (verdict !== 'unknown') return 'yes';
  return trouble && alsoStopsJoining.has(trouble.kind) ? 'no' : 'unseen';
}
