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
  const again = () => {
    // This button goes; from the search, Enter does what one came for.
    document.querySelector<HTMLElement>('[role=combobox]')?.focus();
    onAgain();
  };
  return (
    <button type="button" class="button" onClick={inOptions ? openOptions : again}>
      {say(inOptions ? 'openOptions' : 'tryAgain')}
    </button>
  );
}
