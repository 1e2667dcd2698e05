import { useState } from 'preact/hooks';
import type { AccountId } from '../../../utils/model/account';
import type { ChainView } from '../../../utils/over-time/model';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say } from '../../../utils/words';
import { chainWarning } from '../../ui/chain-warning';
import { Notice, TroubleNotice } from '../../ui/Notice';
import { SafeText } from '../../ui/SafeText';
import { ask } from '../../ui/use-ask';
import { CardFoot } from '../CardFoot';
import { CellRow } from './CellRow';

interface ChainCardProps {
  readonly chain: ChainView;
  readonly again: () => void;
}

/** Some groups in a row: how full each is, which is handed out now, and which is to be prepared next. */
export function ChainCard({ chain, again }: ChainCardProps) {
  const { id, name, cells, handing } = chain;
  const counting = useCounting(
    cells.flatMap(({ account }) => account ?? []),
    again,
  );
  const warning = chainWarning(chain);
  return (
    <li class="card stack chain">
      <h2>
        <SafeText text={name} instead={say('chainUnnamed')} />
      </h2>
      {warning && <Notice tone="heed">{warning}</Notice>}
      <ol class="cells">
        {cells.map((cell, place) => (
          <CellRow
            key={cell.group}
            cell={cell}
            place={place}
            part={place === handing.place ? 'now' : place === handing.prepare ? 'next' : undefined}
          />
        ))}
      </ol>
      {counting.trouble && <TroubleNotice trouble={counting.trouble} />}
      <CardFoot removal={{ question: 'cell.remove', id, name, what: say('chainRemoveWhat'), removed: again }}>
        <button type="button" class="button" disabled={counting.isUnderWay} onClick={counting.count}>
          {say(counting.isUnderWay ? 'chainCounting' : 'chainCount')}
        </button>
        <a class="button" href={`#cells/${id}`}>
          {say('change')}
        </a>
      </CardFoot>
    </li>
  );
}

/** Counts the members anew, by listing the groups of all accounts that look after a cell. */
function useCounting(accounts: readonly AccountId[], again: () => void) {
  const [isUnderWay, setUnderWay] = useState(false);
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const count = async () => {
    setUnderWay(true);
    setTrouble(undefined);
    const ends = await Promise.allSettled([...new Set(accounts)].map((account) => ask('group.refresh', account)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) setTrouble(asTrouble(failed.reason).facts);
    setUnderWay(false);
    again();
  };
  return { isUnderWay, trouble, count: () => void count() };
}
