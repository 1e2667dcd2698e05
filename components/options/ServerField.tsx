import type { Make } from '../../utils/model';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { faultWords } from './fault-words';
import type { AccountFormState } from './use-account-form';

/** The gateway's address; left empty, it is the make's own. */
export function ServerField({ form, make }: { readonly form: AccountFormState; readonly make: Make }) {
  const value = form.typed.server;
  return (
    <Field
      label={say('fieldServer')}
      value={value}
      onValue={(server) => form.type({ server })}
      hint={say(make.server ? 'fieldServerHint' : 'fieldServerOwnHint')}
      error={faultWords(form.faults.server, value)}
      input={{ name: 'server', inputMode: 'url', placeholder: make.server ?? 'https://gateway.example.com' }}
    />
  );
}
