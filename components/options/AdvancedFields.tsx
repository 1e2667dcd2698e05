import { useState } from 'preact/hooks';
import type { Make } from '../../utils/model';
import { say } from '../../utils/words';
import { MakeFields } from './MakeFields';
import { ServerField } from './ServerField';
import type { AccountFormState } from './use-account-form';

/** What most accounts leave as it is. Open at once where this one has an address of its own. */
export function AdvancedFields({ form, make }: { readonly form: AccountFormState; readonly make: Make }) {
  const [open, setOpen] = useState(form.typed.server !== '');
  if (!make.server && !make.fields.some(({ advanced }) => advanced)) return null;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('advanced')}</summary>
      <div class="stack">
        {make.server && <ServerField form={form} make={make} />}
        <MakeFields form={form} make={make} advanced={true} />
      </div>
    </details>
  );
}
