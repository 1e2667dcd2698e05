import { say } from '../../utils/words';
import { openOptions } from '../popup/options-page';
import { Notice } from '../ui/Notice';
import { Tick } from './Tick';

/** Joining goes through an account, and there is none. */
export function NoAccount() {
  const add = (
    <button type="button" class="button" onClick={openOptions}>
      {say('addAccount')}
    </button>
  );
  return (
    <Notice tone="info" title={say('joinNoAccount')} actions={add}>
      {say('joinNoAccountNext')}
    </Notice>
  );
}

interface TickedProps {
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** Nobody could see what one would join. */
export function Unseen(props: TickedProps) {
  return (
    <Notice tone="heed" title={say('joinUnseen')} actions={<Tick label={say('joinUnseenTick')} {...props} />}>
      {say('joinUnseenNext')}
    </Notice>
  );
}

/** There is a list of groups that may be joined, and this one is not on it. */
export function Outside(props: TickedProps) {
  return (
    <Notice tone="heed" title={say('joinOutside')} actions={<Tick label={say('joinOutsideTick')} {...props} />}>
      {say('joinOutsideNext')}
    </Notice>
  );
}
