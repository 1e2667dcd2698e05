const name = 'latchkey';

/** Comes from the background, so that nothing of it stands in the page. It must do on any ground, light or dark. */
export const marksCss = `::highlight(${name}) {
  background-color: rgb(20 160 146 / 18%) !important;
  text-decoration: underline 2px rgb(20 150 137) !important;
}`;

/** Shows stretches of text as invites, without touching the page. */
export function marks(signal: AbortSignal) {
  /** Not before there is something to show: the browser takes a while to make ready for it. */
  let shown: Highlight | undefined;

  function shownNow(): Highlight {
    const highlight = new Highlight();
    CSS.highlights.set(name, highlight);
    signal.addEventListener('abort', () => {
      highlight.clear();
      // Another one may have taken over.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    });
    return highlight;
  }

  return {
    add(range: AbstractRange): void {
      shown ??= shownNow();
      shown.add(range);
    },
    delete: (range: AbstractRange) => shown?.delete(range),
  };
}

export type Marks = ReturnType<typeof marks>;
