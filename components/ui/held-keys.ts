/**
 * Keeps back the keys that are pressed while a face is still being read that somebody has just asked for: they are meant
 * for it. Calling what it gives hands them on, to whatever has the focus by then.
 */
export function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const over = new AbortController();
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  addEventListener('keydown', hold, { capture: true, signal: over.signal });
  return () => {
    over.abort();
    held.forEach(pressAgain);
  };
}

/** What scripts hear of a key, and what the browser itself would have done, which it does only for true keys. */
function pressAgain({ key, code, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(again)) return;
  if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) target.click();
  if (!(target instanceof HTMLInputElement)) return;
  if (key === 'Enter') target.form?.requestSubmit();
  else if (key.length === 1) document.execCommand('insertText', false, key);
}
