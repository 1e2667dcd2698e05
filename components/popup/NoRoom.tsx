import type { ChainView } from '../../utils/over-time/model';
import { say } from '../../utils/words';
import { chainWarning } from '../ui/chain-warning';
import { Notice } from '../ui/Notice';
import { RestingButton } from '../ui/RestingButton';
import { SafeText } from '../ui/SafeText';
import { ChainSign } from './ChainMark';
import { openOptionsAt } from './options-page';

interface NoRoomProps {
  readonly chain: ChainView;
  readonly isCounting: boolean;
  readonly onCount: () => void;
}

/** Groups in a row of which none may be handed out: why, and what to do. */
export function NoRoom({ chain, isCounting, onCount }: NoRoomProps) {
  return (
    <section class="panel" aria-label={chain.name}>
      <header class="group-head">
        <ChainSign />
        <h2>
          <SafeText text={chain.name} instead={say('chainUnnamed')} />
        </h2>
      </header>
      <Notice
        tone="heed"
        actions={
          <>
            <button type="button" class="button" onClick={() => openOptionsAt(`cells/${chain.id}`)}>
              {say('chainPrepare')}
            </button>
            <RestingButton resting={isCounting} onClick={onCount}>
              {say(isCounting ? 'chainCounting' : 'chainCount')}
            </RestingButton>
          </>
        }
      >
        {chainWarning(chain) ?? say('chainEmpty')}
      </Notice>
    </section>
  );
}
