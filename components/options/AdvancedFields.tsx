import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { MakeFields } from './MakeFields';
import { ServerField, type ServerFieldProps } from './ServerField';

/** What most accounts leave as it is. Open at once where this one has an address of its own. */
export function AdvancedFields({ form, make, paste }: ServerFieldProps) {
  const [open, setOpen] = useState(form.typed.server !== '');
  if (!make.server && !make.fields.some(({ advanced }) => advanced)) return null;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('advanced')}</summary>
      <div class="stack">
        {make.server && <ServerField form={form} make={make} paste={paste} />}
        <MakeFields form={form} make={make} advanced={true} />
      </div>
    </details>
  );
}
