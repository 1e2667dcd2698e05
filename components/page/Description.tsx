import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../utils/words';

const longest = 2_048;

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
        {tidy(text)}
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

function tidy(text: string): string {
  return text
    .slice(0, longest)
    .replace(/\r/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
