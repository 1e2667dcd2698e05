import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../../utils/words';

const plain = { type: 'text' } as const;
const masked = { type: 'password' } as const;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** `secret` hides what is typed and offers to show it. */
  readonly kind?: 'text' | 'secret';
  readonly hint?: ComponentChildren;
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined;
  /** Whatever else the input needs. */
  readonly input?: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'autocomplete'
    | 'dir'
    | 'inputMode'
    | 'maxLength'
    | 'name'
    | 'onBlur'
    | 'onKeyDown'
    | 'onPaste'
    | 'placeholder'
    | 'ref'
    | 'required'
  >;
}

/** A labelled text field; hint and error are read out with it. */
export function Field({ label, value, onValue, kind = 'text', hint, error, input }: FieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const type = kind === 'secret' && !(shown && value) ? masked : plain;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="input-row">
        <input
          spellcheck={false}
          autocomplete="off"
          dir={input?.inputMode === 'url' ? 'ltr' : 'auto'}
          {...input}
          class="input"
          id={id}
          {...type}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={described || undefined}
        />
        {kind === 'secret' && value && (
          <button type="button" class="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say(shown ? 'hide' : 'show')}
            <span class="visually-hidden"> {label}</span>
          </button>
        )}
      </div>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div class="error" id={`${id}-error`}>
          <span aria-hidden="true">⚠</span>
          {error}
        </div>
      )}
    </div>
  );
}
