/**
 * Puts text on the clipboard from where we are. Firefox lets an extension's event page do that for a few seconds after a key
 * or an accepted suggestion of its own; a service worker has no document. False where it is refused.
 */
export function copyHere(text: string): boolean {
  if (typeof document === 'undefined') return false;
  let ours = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    ours = true;
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done && ours;
}
