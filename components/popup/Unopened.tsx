import type { TroubleFacts } from '../../utils/trouble';
import { say } from '../../utils/words';
import { Notice, TroubleNotice } from '../ui/Notice';
import { TroubleAction } from './TroubleAction';

interface UnopenedProps {
  readonly trouble: TroubleFacts;
  readonly onAgain: () => void;
}

/** Why there is nothing to draw, and what to do. */
export function Unopened({ trouble, onAgain }: UnopenedProps) {
  const action = <TroubleAction kind={trouble.kind} onAgain={onAgain} />;
  if (trouble.kind !== 'store-failed') return <TroubleNotice trouble={trouble} actions={action} />;
  return (
    <Notice tone="trouble" title={say('storeSilent')} actions={action}>
      {say('storeSilentNext')}
    </Notice>
  );
}
