/** A picture in a page: its pixels where the page may read them, and where on the screen it stands. */
export interface PictureSeen {
  /** `data:image/…`; none for a picture of another site, which no page may read. */
  readonly drawn?: string;
  /** In px of the viewport; only in the page itself, as nobody here knows where a frame stands. */
  readonly place?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Width of the viewport in the same px. */
  readonly across: number;
}

/**
 * The right-clicked picture, without a request: what the browser has fetched already is drawn again. It is sent into pages
 * as source text, so it leans on nothing outside itself.
 */
export function pictureOf(address: string): PictureSeen {
  const least = 400;
  const most = 1_600;
  const margin = 24;
  const picture = clicked();
  const drawn = picture && redrawn(picture);
  const place = picture && window === top ? placeOf(picture) : undefined;
  return { across: innerWidth, ...(drawn && { drawn }), ...(place && { place }) };

  function clicked(): HTMLImageElement | undefined {
    const all = Array.from(document.querySelectorAll('img'));
    const same = all.filter(({ currentSrc, src }) => currentSrc === address || src === address);
    return same.find((one) => one.matches(':hover')) ?? same.find(isInView) ?? same[0];
  }

  function isInView(element: Element): boolean {
    const { bottom, right, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0;
  }

  /** On white, as codes with a clear ground are meant to be seen, and with a quiet edge around it. */
  function redrawn(image: HTMLImageElement): string | undefined {
    const { naturalWidth, naturalHeight } = image;
    const wide = Math.max(naturalWidth, naturalHeight);
    if (!image.complete || wide === 0) return undefined;
    const scale = wide < least ? Math.ceil(least / wide) : Math.min(1, most / wide);
    const canvas = document.createElement('canvas');
    canvas.width = naturalWidth * scale + 2 * margin;
    canvas.height = naturalHeight * scale + 2 * margin;
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingEnabled = scale < 1;
    pen.drawImage(image, margin, margin, naturalWidth * scale, naturalHeight * scale);
    try {
      return canvas.toDataURL('image/jpeg', 0.9);
    } catch {
      return undefined;
    }
  }

  function placeOf(image: Element): PictureSeen['place'] {
    const { x, y, width, height } = image.getBoundingClientRect();
    return { x, y, width, height };
  }
}
