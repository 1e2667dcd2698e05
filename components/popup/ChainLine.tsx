import { isolated } from '../../utils/handout/clean-name';
import type { ChainView } from '../../utils/over-time/model';
import { ago } from '../../utils/times';
import { say } from '../../utils/words';
import { chainWarning } from '../ui/chain-warning';
import { Notice } from '../ui/Notice';
import { SafeText } from '../ui/SafeText';
import { ChainSign } from './ChainMark';

export interface ChainNow {
  readonly isCounting: boolean;
  /** When its members were last counted, where that is too long ago. */
  readonly oldSince: number | undefined;
}

interface ChainLineProps extends ChainNow {
  readonly chain: ChainView;
}

/** "Launch · group 2 of 4 · 120 of 350 · next: Launch 3": which of several groups this is, and what comes after it. */
export function ChainLine({ chain, isCounting, oldSince }: ChainLineProps) {
  const warning = isCounting ? undefined : chainWarning(chain);
  return (
    <div class="chain-line stack">
      <p class="small">
        <ChainSign /> <SafeText text={chain.name} instead={say('chainUnnamed')} />
        {facts(chain, isCounting).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
        {!isCounting && oldSince !== undefined && (
          <span class="heed-text"> · {say('chainCounted', ago(oldSince, Date.now()))}</span>
        )}
      </p>
      {warning && <Notice tone="heed">{warning}</Notice>}
    </div>
  );
}

function facts({ cells, handing }: ChainView, isCounting: boolean): readonly string[] {
  const cell = handing.place === undefined ? undefined : cells[handing.place];
  const next = handing.prepare === undefined ? undefined : cells[handing.prepare];
  if (!cell || handing.place === undefined) return [];
  return [
    say('chainPlace', handing.place + 1, cells.length),
    ...(isCounting ? [say('chainCounting')] : sizeOf(cell)),
    ...(next && !isCounting ? [say('chainNext', isolated(next.name))] : []),
  ];
}

function sizeOf({ size, limit }: ChainView['cells'][number]): readonly string[] {
  return size ? [say(size.atLeast ? 'sizeAtLeast' : 'sizeOf', size.count, limit)] : [say('cellUnknown')];
}
