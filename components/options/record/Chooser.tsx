interface ChooserProps<Id extends string> {
  readonly label: string;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly options: readonly (readonly [id: Id, label: string])[];
}

/** One of a few, where there is little room: each option says what it is about. */
export function Chooser<Id extends string>({ label, chosen, onChoose, options }: ChooserProps<Id>) {
  const choose = (value: string) => {
    const option = options.find(([id]) => id === value);
    if (option) onChoose(option[0]);
  };
  return (
    <select class="input" aria-label={label} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}
