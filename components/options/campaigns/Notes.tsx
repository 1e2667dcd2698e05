import { useId } from 'preact/hooks';
import { say } from '../../../utils/words';

interface NotesProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Whatever somebody wants to remember about a campaign. It stands in the report. */
export function Notes({ value, onValue }: NotesProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say('campaignNotes')}</label>
      <textarea
        class="input"
        id={id}
        dir="auto"
        rows={3}
        maxLength={10_000}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
