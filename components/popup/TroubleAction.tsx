import type { TroubleKind } from '../../utils/trouble';
import { say } from '../../utils/words';
import { openOptions } from './options-page';

const mendedInOptions: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  'key-refused',
  'key-limited',
  'no-session',
  'not-a-gateway',
  'redirected',
  'bad-address',
  'needs-https',
  'bad-field',
  'no-account',
  'key-missing',
]);

interface TroubleActionProps {
  readonly kind: TroubleKind;
  readonly onAgain: () => void;
}

/** The one thing to do about a trouble: mend it in the options, or try again. */
export function TroubleAction({ kind, onAgain }: TroubleActionProps) {
  const inOptions = mendedInOptions.has(kind);
  return (
    <button type="button" class="button" onClick={inOptions ? openOptions : onAgain}>
      {say(inOptions ? 'openOptions' : 'tryAgain')}
    </button>
  );
}
