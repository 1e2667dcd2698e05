import type { Make } from '../../utils/model/account';
import { say } from '../../utils/words';
import { Field } from '../ui/Field';
import { faults, leftOut, serverOf } from './account-draft';
import { faultWords } from './fault-words';
import { PlainHttp } from './PlainHttp';
import type { AccountFormState } from './use-account-form';

export interface ServerFieldProps {
  readonly form: AccountFormState;
  readonly make: Make;
  /** Takes a text that holds more than an address, and says whether it did. */
  readonly paste: (text: string) => boolean;
}

/** More signs at once than anybody types: dropped, or pasted in a way that the page is not told of. */
const manySigns = 12;

/** The gateway's address; left empty, it is the make's own. */
export function ServerField({ form, make, paste }: ServerFieldProps) {
  const value = form.typed.server;
  const isGood = value.trim() !== '' && !faults(form.typed, make).server;
  const page = isGood ? leftOut(form.typed, make) : undefined;
  const server = isGood ? serverOf(form.typed, make) : '';
  const type = (typed: string) => {
    if (typed.length - value.length > manySigns && paste(typed)) return;
    form.type({ server: typed });
  };
  return (
    <div class="stack tight">
      <Field
        label={say('fieldServer')}
        value={value}
        onValue={type}
        hint={make.server ? say('fieldServerHint') : say('fieldServerOwnHint', make.label, exampleFor(make))}
        error={faultWords(form.faults.server, value)}
        input={{
          name: 'server',
          inputMode: 'url',
          placeholder: make.server ?? exampleFor(make),
          required: !make.server,
          onPaste: (event) => paste(event.clipboardData?.getData('text') ?? '') && event.preventDefault(),
        }}
      />
      {page && <p class="quiet-text small">{say('serverPageLeftOut', page, make.label, server)}</p>}
      <PlainHttp server={server} />
    </div>
  );
}

function exampleFor({ port }: Make): string {
  return port === undefined ? 'https://gateway.example.com' : `http://localhost:${port}`;
}
