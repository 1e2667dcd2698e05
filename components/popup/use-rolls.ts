import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { AccountId, AccountView } from '../../utils/model/account';
import type { Roll } from '../../utils/model/group';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';
import { ask } from '../ui/use-ask';

/** One account's groups, and where asking for them stands. */
export interface RollNow {
  readonly account: AccountView;
  readonly waiting: boolean;
  readonly roll?: Roll;
  readonly trouble?: TroubleFacts;
}

export interface Rolls {
  readonly all: readonly RollNow[];
  /** Asks the gateways of these accounts for their groups. */
  readonly refresh: (accounts: readonly AccountView[]) => Promise<void>;
  /** Reads again what is kept of one account's groups. */
  readonly recall: (account: AccountView) => Promise<void>;
}

/** The groups of every account, each on its own: trouble with one says nothing of the others. */
export function useRolls(accounts: readonly AccountView[]): Rolls {
  const [states, setStates] = useState<ReadonlyMap<AccountId, Omit<RollNow, 'account'>>>(new Map());
  const change = useCallback(
    (id: AccountId, patch: Omit<RollNow, 'account' | 'roll'> & { readonly roll?: Roll }) =>
      setStates((before) => new Map(before).set(id, { ...withoutTrouble(before.get(id)), ...patch })),
    [],
  );
  const get = useCallback(
    async (question: 'group.list' | 'group.refresh', account: AccountView) => {
      change(account.id, { waiting: true });
      const next = await ask(question, account.id).then(
        (roll) => ({ waiting: false, roll }),
        (caught: unknown) => ({ waiting: false, trouble: asTrouble(caught).facts }),
      );
      change(account.id, next);
      return next;
    },
    [change],
  );
  const open = useCallback(
    async (account: AccountView) => {
      const kept = await get('group.list', account);
      if ('roll' in kept && kept.roll.listedAt === undefined && account.allowed) await get('group.refresh', account);
    },
    [get],
  );
  useEffect(() => {
    accounts.forEach(open);
  }, [accounts, open]);

  const all = useMemo(
    () => accounts.map((account) => ({ account, ...(states.get(account.id) ?? { waiting: true }) })),
    [accounts, states],
  );
  return {
    all,
    refresh: async (some) => {
      await Promise.all(some.map((account) => get('group.refresh', account)));
    },
    recall: async (account) => {
      await get('group.list', account);
    },
  };
}

function withoutTrouble(state: Omit<RollNow, 'account'> | undefined): { readonly roll?: Roll } {
  return state?.roll ? { roll: state.roll } : {};
}
