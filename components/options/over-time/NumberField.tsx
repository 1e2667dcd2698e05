import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { say } from '../../../utils/words';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What it counts, behind the field. */
  readonly unit?: ComponentChildren;
  readonly hint?: string;
  /** Called with a whole number within the bounds once the field is left; as it is typed also with NaN, for any other. */
  readonly onNumber: (value: number) => void;
  readonly saves?: 'typed' | 'left';
}

/** A whole number within bounds; says what is wrong with any other. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, unit, hint, onNumber, saves = 'left' } = props;
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => {
    if (!Number.isNaN(value)) setTyped(String(value));
  }, [value]);
  const isGood = (text: string) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
  const keep = (text: string) => {
    if (isGood(text) && Number(text) !== value) onNumber(Number(text));
  };
  const fault = isGood(typed) ? undefined : say('numberFault', least, most);
  return (
    <div class="field number-field">
      <label for={id}>{label}</label>
      <div class="row">
        <input
          class="input"
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={6}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            if (saves === 'typed') onNumber(isGood(currentTarget.value) ? Number(currentTarget.value) : Number.NaN);
          }}
          onChange={({ currentTarget }) => keep(currentTarget.value)}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={`${id}-said`}
        />
        {unit && <span class="quiet-text">{unit}</span>}
      </div>
      <div id={`${id}-said`} class={fault ? 'error' : 'hint'} role="status">
        {fault && <span aria-hidden="true">⚠</span>}
        {fault ?? hint}
      </div>
    </div>
  );
}
