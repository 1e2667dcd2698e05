import { useId } from 'preact/hooks';
import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { moreIcons } from '../ui/more-icons';

interface GreetingFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whether an administrator has set it. */
  readonly isSet?: boolean;
}

const longest = 1_000;

/** What to say to the group once one is in it; may stay empty. */
export function GreetingField({ value, onValue, isSet = false }: GreetingFieldProps) {
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
        readOnly={isSet}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-describedby={`${id}-hint`}
      />
      <div class="hint" id={`${id}-hint`}>
        {isSet && (
          <>
            <Icon name={moreIcons.lock} /> {say('greetingSet')}{' '}
          </>
        )}
        {say('joinGreetingHint')}
      </div>
    </div>
  );
}
