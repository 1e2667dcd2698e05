import { useId } from 'preact/hooks';

interface ChoiceProps<Id extends string> {
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly hint?: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Side by side, for short labels; beneath one another, for labels with hints. */
  readonly look: 'row' | 'list';
}

/** One of several, by native radio buttons. */
export function Choice<Id extends string>({ legend, options, chosen, onChoose, look }: ChoiceProps<Id>) {
  const name = useId();
  return (
    <fieldset class={`choice ${look}`}>
      <legend>{legend}</legend>
      <div class="choices">
        {options.map(({ id, label, hint }) => (
          <label key={id} class="option">
            <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
            <span>
              {label}
              {hint && <small class="hint">{hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
