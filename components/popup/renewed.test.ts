import { describe, expect, it } from 'vitest';
import type { Overview } from '../../utils/model/overview';
import { renewed } from './renewed';

function overview(name: string, alerts = 0): Overview {
  const account = { id: 'a', make: 'demo', name, makeLabel: 'Demo', server: '', origin: '', fields: {}, addedAt: 1 };
  return {
    accounts: [{ ...account, allowed: true, secrets: [], demo: true, copyOnly: false }],
    settings: {
      ...{ shape: 'link', theme: 'system', badge: true, menuOff: [], joinsPerMinute: 2, joinOnly: [], greeting: '' },
      lockAfterMinutes: 15,
    },
    ...{ primaries: {}, used: [], vault: { passphrase: false, locked: false } },
    ...{ record: { health: 'whole', rescued: [] }, alerts, chains: [] },
  };
}

function accountsOf(first: ReturnType<typeof renewed>) {
  return 'overview' in first ? first.overview.accounts : undefined;
}

describe('what the store says now', () => {
  const before = { overview: overview('Acme') };

  it('keeps what has stayed as it was, so that nothing is asked for again', () => {
    const now = renewed(before, { overview: overview('Acme', 3) });
    expect(accountsOf(now)).toBe(before.overview.accounts);
    expect(now).toEqual({ overview: overview('Acme', 3) });
  });

  it('takes what has changed', () => {
    expect(accountsOf(renewed(before, { overview: overview('Club') }))?.[0]?.name).toBe('Club');
  });

  it('takes trouble as it is', () => {
    const trouble = { trouble: { kind: 'store-failed' } } as const;
    expect(renewed(before, trouble)).toBe(trouble);
  });
});
