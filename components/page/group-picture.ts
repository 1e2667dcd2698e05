import type { SightInWords } from '../../utils/model/sight';
import { make, set } from './make';

/** The group's picture, drawn by ourselves: a page's policy may forbid every image. Until then, the name's first sign. */
export function groupPicture({ picture, initial }: SightInWords): Element {
  const sign = set(make('span', 'picture', make('bdi', '', initial)), { ariaHidden: 'true' });
  // What is no picture leaves the sign where it is.
  if (picture)
    drawn(picture)
      .then((canvas) => sign.replaceWith(canvas))
      .catch(() => {});
  return sign;
}

/** Out of `data:image/…;base64,…` */
async function drawn(picture: string): Promise<Element> {
  const [, type = '', , base64 = ''] = picture.split(/[:;,]/);
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { resizeHeight: 96, resizeQuality: 'high' });
  const { width, height } = bitmap;
  const canvas = set(make('canvas', 'picture'), { width, height, ariaHidden: 'true' });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas;
}
