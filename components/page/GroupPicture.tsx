import { useEffect, useRef, useState } from 'preact/hooks';
import { cleanName } from '../../utils/handout/clean-name';

interface GroupPictureProps {
  /** `data:image/…;base64,…` */
  readonly picture: string | undefined;
  readonly name: string;
}

const side = 96;

/** The group's picture, drawn by ourselves: a page's policy may forbid every image. Without one, the name's first sign. */
export function GroupPicture({ picture, name }: GroupPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    setDrawn(false);
    if (!picture) return;
    drawn(picture, canvas.current).then(setDrawn, () => setDrawn(false));
  }, [picture]);
  return (
    <span class="picture" aria-hidden="true">
      <canvas ref={canvas} width={side} height={side} hidden={!isDrawn} />
      {!isDrawn && <bdi>{initialOf(name)}</bdi>}
    </span>
  );
}

async function drawn(picture: string, canvas: HTMLCanvasElement | null): Promise<boolean> {
  const pen = canvas?.getContext('2d');
  const blob = pictureBlob(picture);
  if (!pen || !blob) return false;
  const bitmap = await createImageBitmap(blob);
  const least = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [(bitmap.width - least) / 2, (bitmap.height - least) / 2];
  pen.drawImage(bitmap, left, top, least, least, 0, 0, side, side);
  bitmap.close();
  return true;
}

function pictureBlob(address: string): Blob | undefined {
  const [, type, base64] = /^data:(image\/(?:jpeg|png|webp|gif));base64,([A-Za-z\d+/=]+)$/.exec(address) ?? [];
  if (!type || !base64) return undefined;
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type });
}

function initialOf(name: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(cleanName(name))?.[0];
  return letter?.toLocaleUpperCase() ?? '…';
}
