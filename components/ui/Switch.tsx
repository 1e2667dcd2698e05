interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** One thing that is on or off. */
export function Switch({ label, hint, on, onSwitch }: SwitchProps) {
  return (
    <label class="option">
      <input type="checkbox" checked={on} onChange={() => onSwitch(!on)} />
      <span>
        {label}
        {hint && <small class="hint">{hint}</small>}
      </span>
    </label>
  );
}
