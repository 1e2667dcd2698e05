interface TickProps {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** A box to tick, with its label. */
export function Tick({ label, ticked, onTick }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
