import type { Candidate, Holding } from '../../utils/find-groups';
import type { Overview } from '../../utils/model/overview';
import type { Choice } from './choice';
import { viewOf } from './use-picking';

/** A row of the list as something to show, through the account of `shown`; nothing where that account is gone. */
export function choiceOf(one: Candidate, overview: Overview, shown: Holding = one): Choice | undefined {
  const account = viewOf(shown.account, overview);
  if (!account) return undefined;
  const holders = one.holders.flatMap((holding) => {
    const holder = viewOf(holding.account, overview);
    return holder ? [{ account: holder, group: holding.group }] : [];
  });
  const primary = viewOf(one.primary, overview);
  const { chain } = one;
  return {
    ...{ account, group: shown.group, holders },
    ...(primary && { primary }),
    ...(chain && { chain }),
    ...rememberedOf(shown, overview),
  };
}

function rememberedOf({ account, group }: Holding, { last }: Overview): Pick<Choice, 'remembered'> {
  const isLast = last?.invite.account === account && last.invite.group === group.id;
  return isLast ? { remembered: last.invite } : {};
}
