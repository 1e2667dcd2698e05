import { useEffect, useRef, useState } from 'preact/hooks';
import { copyFlavours } from '../../utils/handout/clipboard';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { announce } from '../ui/Announcer';
import { ask } from '../ui/use-ask';
import { LinkLine, Stand } from './Stand';

/** How long "Copied" is seen before the window goes. */
const partingMs = 1_400;

/**
 * A link of the user's own that a key or the address bar asked for, where no page could be made to copy it: copies it as soon
 * as the window has the focus, and goes. Where the browser wants a key pressed here, Enter is that key.
 */
export function HandFace({ code }: { readonly code: InviteCode }) {
  const [now, setNow] = useState<'trying' | 'refused' | 'done'>('trying');
  const button = useRef<HTMLButtonElement>(null);
  const copy = () => {
    copyFlavours({ text: inviteUrl(code) }).then(
      () => {
        setNow('done');
        announce(say('copied'));
        void noted(code);
        setTimeout(() => window.close(), partingMs);
      },
      () => setNow('refused'),
    );
  };
  useEffect(() => {
    const gone = new AbortController();
    button.current?.focus();
    if (document.hasFocus()) copy();
    else addEventListener('focus', copy, { once: true, signal: gone.signal });
    return () => gone.abort();
  }, []);
  const actions = (
    <button ref={button} type="button" class="button primary" onClick={copy}>
      {say(now === 'done' ? 'copied' : 'copyLink')}
    </button>
  );
  return (
    <Stand title={say('windowHandTitle')} actions={actions}>
      <p>{now === 'refused' ? say('windowHandWhy') : say('windowHandTrying')}</p>
      <LinkLine code={code} />
    </Stand>
  );
}

/** Whose link it is, the store knows. */
async function noted(code: InviteCode): Promise<void> {
  const [sight] = await ask('link.recall', [code]);
  const inside = sight?.own?.inside;
  if (!inside) return;
  const { account, group } = inside;
  await ask('ledger.note', { account, group, code, shape: 'link' });
}
