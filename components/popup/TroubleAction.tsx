import { browser } from '../../utils/browser';
import type { TroubleKind } from '../../utils/trouble';
import { say } from '../../utils/words';

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

/** Opens the options in a tab, and leaves them the stage. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
