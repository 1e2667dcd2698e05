import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Notice } from './Notice';
import { askPublicPage } from './public-page';

interface PublicPageAccessProps {
  readonly onAllowed?: () => void;
  /** Where it is the one thing to do. */
  readonly primary?: boolean;
}

/** Where nobody may be asked yet: what would be read, in one sentence, and the button that asks for it. */
export function PublicPageAccess({ onAllowed, primary = false }: PublicPageAccessProps) {
  const [refused, setRefused] = useState(false);
  const allow = async () => {
    const granted = await askPublicPage();
    setRefused(!granted);
    if (granted) onAllowed?.();
  };
  const button = (
    <button type="button" class={primary ? 'button primary' : 'button'} onClick={allow}>
      {say('allowPublicPage')}
    </button>
  );
  return (
    <Notice tone="info" actions={button}>
      {say('publicPageWhy')} {refused && say('publicPageRefused')}
    </Notice>
  );
}
