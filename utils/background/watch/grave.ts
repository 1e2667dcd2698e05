import type { Trouble, TroubleKind } from '../../trouble';

/** Whether it has to do with the account, its gateway or our own store as a whole: the next group would say the same. */
export function isGrave({ kind }: Trouble): boolean {
  return grave.has(kind);
}

const grave: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  ...(['no-permission', 'unreachable', 'closed-port', 'no-port', 'blocked-port', 'no-such-host'] as const),
  ...(['no-network', 'bad-certificate', 'not-tls', 'origin-refused', 'wrong-path', 'web-page', 'other-make'] as const),
  ...(['redirected', 'key-refused', 'no-session', 'session-down', 'slow-down', 'no-account', 'bad-field'] as const),
  ...([
    'vault-locked',
    'secrets-lost',
    'store-failed',
    'store-newer',
    'disk-full',
    'unrecorded',
    'restricted',
  ] as const),
]);
