import type { ChainView } from '../../utils/over-time/model';
import { say } from '../../utils/words';
import { SafeText } from '../ui/SafeText';

/** A row of the list that stands for several groups: its name, a sign of its own, and where it has come to. */
export function ChainMark({ chain }: { readonly chain: ChainView }) {
  const { name, cells, handing } = chain;
  return (
    <>
      <ChainSign />
      <SafeText text={name} instead={say('chainUnnamed')} />
      <span class="tag">
        {handing.place === undefined ? say('chainNoRoom') : say('chainPlace', handing.place + 1, cells.length)}
      </span>
    </>
  );
}

/** Some that stand in a row. */
export function ChainSign() {
  return (
    <svg class="chain-sign" viewBox="0 0 14 14" width="14" height="14" fill="currentColor" aria-hidden="true">
      <rect x="0.5" y="4" width="3.4" height="6" rx="1" />
      <rect x="5.3" y="4" width="3.4" height="6" rx="1" />
      <rect x="10.1" y="4" width="3.4" height="6" rx="1" fill="none" stroke="currentColor" />
    </svg>
  );
}
