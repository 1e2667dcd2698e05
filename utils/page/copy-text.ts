/**
 * Puts text on the clipboard from within a page; false where the page or the browser refuses. It is sent into pages as
 * source text, so it leans on nothing outside itself.
 */
export async function copyText(text: string): Promise<boolean> {
  // The menu has the focus until it has closed.
  for (let turn = 0; turn < 20 && !document.hasFocus(); turn += 1) await new Promise((rest) => setTimeout(rest, 25));
  const written = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return written || copiedByEvent();

  /** The old way, which pages without encryption still know. Nothing is put into the page for it. */
  function copiedByEvent(): boolean {
    const over = new AbortController();
    let ours = false;
    const fill = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      ours = true;
    };
    addEventListener('copy', fill, { capture: true, signal: over.signal });
    const done = document.execCommand('copy');
    over.abort();
    // A page that keeps the event to itself has put something else there.
    return done && ours;
  }
}
