const name = 'latchkey';

/** Comes from the background, so that nothing of it stands in the page. It must do on any ground, light or dark. */
export const marksCss = `::highlight(${name}) {
  background-color: rgb(20 160 146 / 18%) !important;
  text-decoration: underline 2px rgb(20 150 137) !important;
}`;

/** Shows stretches of text as invites, without touching the page. */
export function marks(signal: AbortSignal) {
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  signal.addEventListener('abort', () => {
    highlight.clear();
    // Another one may have taken over.
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  });
  return highlight;
}
