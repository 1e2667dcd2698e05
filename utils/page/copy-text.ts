/**
 * Puts text on the clipboard from within a page; false where the page or the browser refuses. It is sent into pages as
 * source text, so it leans on nothing outside itself.
 */
export async function copyText(text: string): Promise<boolean> {
  // The menu has the focus until it has closed.
  for (let turn = 0; turn < 20 && !document.hasFocus(); turn += 1) await new Promise((rest) => setTimeout(rest, 25));
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without encryption have no clipboard, and some forbid it.
    return copiedByEvent();
  }

  /** The old way, which all pages still know. Nothing is put into the page for it. */
  function copiedByEvent(): boolean {
    let ours = false;
    const fill = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      ours = true;
    };
    addEventListener('copy', fill, true);
    const done = document.execCommand('copy');
    removeEventListener('copy', fill, true);
    // A page that keeps the event to itself has put something else there.
    return done && ours;
  }
}
