import { useEffect, useState } from 'preact/hooks';

const voice = new EventTarget();

/** Says something to people who listen to the page. Needs an `Announcer` in the page. */
export function announce(text: string): void {
  voice.dispatchEvent(new CustomEvent('say', { detail: text }));
}

/** The page's one polite live region. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', times: 0 });
  useEffect(() => {
    const listening = new AbortController();
    const hear = (event: Event) =>
      setSaid(({ times }) => ({ text: String((event as CustomEvent<unknown>).detail), times: times + 1 }));
    voice.addEventListener('say', hear, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  // The key makes a new node of every saying, so that the same words twice are read twice.
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <span key={said.times}>{said.text}</span>
    </div>
  );
}
