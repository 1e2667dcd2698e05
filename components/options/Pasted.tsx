import type { Make } from '../../utils/model/account';
import type { PastedAccount } from '../../utils/pasted-account';
import { troubleWords } from '../../utils/wording';
import { language, say } from '../../utils/words';
import { Notice } from '../ui/Notice';
import { missingKeys, type Typed } from './account-draft';
import { fieldWords } from './field-words';

interface PastedProps {
  readonly found: PastedAccount;
  readonly typed: Typed;
  readonly make: Make;
}

/** What was read out of a pasted text, and what is still missing: names of fields, never what stands in them. */
export function Pasted({ found, typed, make }: PastedProps) {
  const missing = missingKeys(typed, make);
  const filled = [
    ...(found.server === undefined ? [] : ['server']),
    ...Object.keys({ ...found.fields, ...found.secrets }),
  ];
  const refused = found.trouble && troubleWords(found.trouble);
  const words = [
    filled.length > 0 && say('pastedFilled', listed(filled, make)),
    refused && `${refused.what} ${refused.next}`,
    found.make === undefined
      ? say('pastedWhichMake')
      : missing.length > 0
        ? say('pastedMissing', listed(missing, make))
        : say('pastedComplete'),
  ];
  return (
    <Notice
      tone={refused ? 'heed' : 'info'}
      {...(found.make !== undefined && { title: say('pastedMake', make.label) })}
    >
      {words.filter(Boolean).join(' ')}
    </Notice>
  );
}

function listed(keys: readonly string[], make: Make): string {
  const labels = keys.map((key) => (key === 'server' ? say('fieldServer') : fieldWords(make.id, key).label));
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(labels);
}
