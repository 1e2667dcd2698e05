import { useEffect, useRef, useState } from 'preact/hooks';
import type { InviteCode } from '../../utils/invite-link';
import type { AccountId } from '../../utils/model/account';
import type { JoinPlan, JoinRow } from '../../utils/model/join';
import { asTrouble, type TroubleFacts } from '../../utils/trouble';
import { ask, useAsking } from '../ui/use-ask';

export interface JoinWish {
  readonly account: AccountId;
  readonly greeting: string;
  readonly despite: boolean;
}

export interface Joining {
  /** What was prepared last; undefined until then. */
  readonly plan: JoinPlan | undefined;
  readonly preparing: boolean;
  readonly sending: boolean;
  /** Why nothing could be prepared, or why the join was not even sent. */
  readonly trouble: TroubleFacts | undefined;
  /** The join that is to be shown instead of the question. */
  readonly row: JoinRow | undefined;
  /** A fresh look, by this account or by the one that would join. */
  readonly prepare: (account?: AccountId) => Promise<unknown>;
  readonly join: (wish: JoinWish) => Promise<void>;
  readonly onRow: (row: JoinRow) => void;
  /** Leaves a join alone, and goes back to the question. */
  readonly anew: (row: JoinRow) => void;
}

const againMs = 1_000;

/** Joining, from the fresh look to what became of it. */
export function useJoin(code: InviteCode): Joining {
  const preparing = useAsking('join.prepare');
  const [row, setRow] = useState<JoinRow>();
  const leftAlone = useRef<string>(undefined);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<TroubleFacts>();

  const prepare = async (account?: AccountId) => {
    setRefused(undefined);
    const plan = await preparing.ask({ code, ...(account !== undefined && { account }) });
    if (plan) setRow(plan.last?.id === leftAlone.current ? undefined : plan.last);
    return plan;
  };
  const join = async (wish: JoinWish) => {
    setSending(true);
    setRefused(undefined);
    const answer = await ask('join.start', { code, ...wish }).catch(asTrouble);
    setSending(false);
    if ('facts' in answer) await unsent(answer.facts, wish.account);
    else setRow(answer);
  };
  // An answer that got lost says nothing: the store knows whether something was sent.
  const unsent = async (trouble: TroubleFacts, account: AccountId) => {
    const isLost = trouble.kind === 'unexpected';
    const plan = isLost || trouble.kind === 'already-in' ? await prepare(account) : undefined;
    // A background that is just ending loses the next question too.
    if (isLost && !plan) {
      await new Promise((over) => setTimeout(over, againMs));
      await prepare(account);
    }
    setRefused(trouble);
  };
  const anew = (old: JoinRow) => {
    leftAlone.current = old.id;
    setRow(undefined);
    prepare(old.account);
  };
  useEffect(() => {
    prepare();
  }, [code]);

  const { now } = preparing;
  return {
    ...{ plan: now.before, preparing: now.mood === 'waiting', sending, row, prepare, join, onRow: setRow, anew },
    trouble: refused ?? (now.mood === 'troubled' ? now.trouble : undefined),
  };
}
