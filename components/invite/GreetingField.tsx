import { useId } from 'preact/hooks';
import { say } from '../../utils/words';

interface GreetingFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const longest = 1_000;

/** What to say to the group once one is in it; may stay empty. */
export function GreetingField({ value, onValue }: GreetingFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say('joinGreeting')}</label>
      <textarea
        class="input"
        id={id}
        rows={2}
        dir="auto"
        maxLength={longest}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-describedby={`${id}-hint`}
      />
      <div class="hint" id={`${id}-hint`}>
        {say('joinGreetingHint')}
      </div>
    </div>
  );
}
