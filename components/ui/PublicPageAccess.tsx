import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Notice } from './Notice';
import { askPublicPage } from './public-page';

/** Where nobody may be asked yet: what would be read, in one sentence, and the button that asks for it. */
export function PublicPageAccess({ onAllowed }: { readonly onAllowed?: () => void }) {
  const [refused, setRefused] = useState(false);
  const allow = async () => {
    const granted = await askPublicPage();
    setRefused(!granted);
    if (granted) onAllowed?.();
  };
  const button = (
    <button type="button" class="button" onClick={allow}>
      {say('allowPublicPage')}
    </button>
  );
  return (
    <Notice tone="info" actions={button}>
      {say('publicPageWhy')} {refused && say('publicPageRefused')}
    </Notice>
  );
}
