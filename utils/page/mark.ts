const name = 'latchkey';
/** Marks wait until they are one for so many that are shown. */
const share = 4;

/**
 * Comes from the background, so that nothing of it stands in the page. It must do on any ground, light or dark. One mark
 * that is underlined has Chromium lay out anew what all the text of the page covers, at each change of anything in it
 * (60,000 elements: 45 ms a frame); a ground alone costs it next to nothing. So only those have lines who cannot go by
 * the ground.
 */
export const marksCss = `::highlight(${name}) {
  background-color: rgb(20 160 146 / 28%) !important;
}
@media (prefers-contrast: more) {
  ::highlight(${name}) {
    text-decoration: underline 2px !important;
  }
}`;

/**
 * Shows stretches of text as invites, without touching the page. The browser sees to all of them anew in each frame in
 * which there is one more. So of many, more and more come at once: what they cost grows with how many there are, not with
 * the square of it.
 */
export function marks(signal: AbortSignal) {
  /** Not before there is something to show: the browser takes a while to make ready for it. */
  let shown: Highlight | undefined;
  const waiting = new Set<AbstractRange>();

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

  function show(): void {
    for (const range of waiting) {
      shown ??= shownNow();
      shown.add(range);
    }
    waiting.clear();
  }

  return {
    add(range: AbstractRange): void {
      waiting.add(range);
      if (!shown || waiting.size * share > shown.size) show();
    },
    delete(range: AbstractRange): void {
      if (!waiting.delete(range)) shown?.delete(range);
    },
    /** Nothing waits any longer. */
    show,
  };
}

export type Marks = ReturnType<typeof marks>;
