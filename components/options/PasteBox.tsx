import { useId, useState } from 'preact/hooks';
import { say } from '../../utils/words';

/** A place for whatever somebody has: it is read and taken away at once, for there may be a key in it. */
export function PasteBox({ read }: { readonly read: (text: string) => boolean }) {
  const id = useId();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState(false);
  const take = (whole: string) => {
    setText('');
    setUnknown(whole.trim() !== '' && !read(whole));
  };
  const pasted = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    const whole = data?.getData('text') ?? '';
    if (whole === '') return;
    event.preventDefault();
    take(text + whole);
  };
  return (
    <div class="field paste-box">
      <label for={id}>{say('pasteAccountTitle')}</label>
      <div class="input-row">
        <textarea
          class="input"
          id={id}
          dir="ltr"
          rows={1}
          spellcheck={false}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={pasted}
          onDrop={pasted}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            take(event.currentTarget.value);
          }}
          aria-describedby={`${id}-hint`}
        />
        {text !== '' && (
          <button type="button" class="button" onClick={() => take(text)}>
            {say('pasteAccountRead')}
          </button>
        )}
      </div>
      <div class="hint" id={`${id}-hint`}>
        {say('pasteAccountHint')}
      </div>
      <div class="error" role="status">
        {unknown && say('pasteAccountUnknown')}
      </div>
    </div>
  );
}
