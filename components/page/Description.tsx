import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cleanText } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';

/** What a group says of itself: three lines, and the rest on demand. Strangers wrote it. */
export function Description({ text }: { readonly text: string }) {
  const words = useRef<HTMLElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    setOpen(false);
    const { scrollHeight = 0, clientHeight = 0 } = words.current ?? {};
    setLong(scrollHeight > clientHeight + 2);
  }, [text]);
  return (
    <div class="description">
      <bdi ref={words} dir="auto" class={isOpen ? 'words' : 'words clamped'}>
        {cleanText(text)}
      </bdi>
      {isLong && (
        <button
          type="button"
          class="word"
          aria-expanded={isOpen}
          onClick={(event) => event.isTrusted && setOpen(!isOpen)}
        >
          {say(isOpen ? 'cardLess' : 'cardMore')}
        </button>
      )}
    </div>
  );
}
