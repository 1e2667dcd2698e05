import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

const restMs = 700;

interface TextAreaProps {
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly maxLength?: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Called with what stands there once the typing rests. */
  readonly onRest: (value: string) => void;
  /** A word about what was typed, read out as it changes. */
  readonly children?: ComponentChildren;
}

/** A labelled field of several lines that saves itself when the typing rests, and at the latest when it is left. */
export function TextArea({ label, hint, rows, maxLength, value, onValue, onRest, children }: TextAreaProps) {
  const id = useId();
  const bell = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rest = (text: string) => {
    clearTimeout(bell.current);
    bell.current = undefined;
    onRest(text);
  };
  const type = (text: string) => {
    onValue(text);
    clearTimeout(bell.current);
    bell.current = setTimeout(() => rest(text), restMs);
  };
  useEffect(() => () => clearTimeout(bell.current), []);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="hint" id={`${id}-hint`}>
        {hint}
      </div>
      <textarea
        class="input"
        id={id}
        dir="auto"
        {...{ rows, value, ...(maxLength !== undefined && { maxLength }) }}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => bell.current !== undefined && rest(value)}
        aria-describedby={`${id}-hint ${id}-said`}
      />
      <div id={`${id}-said`} role="status">
        {children}
      </div>
    </div>
  );
}
