import { useId } from 'preact/hooks';

interface TimeFieldProps {
  readonly label: string;
  readonly kind: 'time' | 'date' | 'datetime-local';
  readonly value: string;
  /** Called with what the browser takes for whole; empty where it is not. */
  readonly onValue: (value: string) => void;
  /** Whether the label is for people who cannot see where the field stands. */
  readonly unseen?: boolean;
  readonly fault?: string | undefined;
}

/** A time of day, a day, or both, by the browser's own field. */
export function TimeField({ label, kind, value, onValue, unseen = false, fault }: TimeFieldProps) {
  const id = useId();
  return (
    <div class={`field time-field ${kind}`}>
      <label for={id} class={unseen ? 'visually-hidden' : ''}>
        {label}
      </label>
      <input
        class="input"
        id={id}
        type={kind}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      {fault && (
        <div class="error" id={`${id}-fault`}>
          <span aria-hidden="true">⚠</span>
          {fault}
        </div>
      )}
    </div>
  );
}
