import { useRef, useState } from 'preact/hooks';
import { inviteCode, inviteCodesIn } from '../../utils/invites-in/codes';
import { say } from '../../utils/words';
import { whyNotIn } from '../popup/pasted';
import { Field } from '../ui/Field';
import { TroubleNotice } from '../ui/Notice';
import { useAsking } from '../ui/use-ask';

/** The one thing to do at once: a link from anywhere, to look at in a window of its own. */
export function LookAtLink() {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opening = useAsking('link.open');
  const look = (event: Event) => {
    event.preventDefault();
    const code = inviteCode(typed) ?? inviteCodesIn(typed)[0];
    setFault(!code && typed.trim() !== '');
    if (!code) field.current?.focus();
    if (code) void opening.ask({ code, join: false });
  };
  const type = (text: string) => {
    setTyped(text);
    setFault(false);
  };
  return (
    <form class="look-at-link" onSubmit={look} noValidate>
      <Field
        label={say('welcomeLink')}
        value={typed}
        onValue={type}
        hint={say('welcomeLookHint')}
        error={fault ? (whyNotIn(typed) ?? say('pasteNotInvite')) : undefined}
        input={{ inputMode: 'url', placeholder: 'chat.whatsapp.com/…', ref: field }}
      />
      <button type="submit" class="button primary">
        {say('lookInside')}
      </button>
      {opening.now.mood === 'troubled' && <TroubleNotice trouble={opening.now.trouble} />}
    </form>
  );
}
