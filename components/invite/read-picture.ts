import type { InviteCode } from '../../utils/invite-link';
import { inviteCode, inviteCodesIn } from '../../utils/invites-in/codes';

/** A screen that was photographed, at most; larger pictures are drawn smaller. */
const longestPx = 2_400;
/** Fine modules need every pixel, coarse print reads better small. */
const scales = [1, 0.5];
const patienceMs = 2_000;

interface InPictures {
  readonly codes: readonly InviteCode[];
  /** How many QR codes were read, whatever they say. */
  readonly texts: number;
}

/** The invites in the QR codes of pictures, best picture first: the first that has any ends the search. */
export async function codesInPictures(pictures: readonly string[]): Promise<InPictures> {
  let texts = 0;
  for (const picture of pictures) {
    const image = await loaded(picture);
    const said = image && (await textIn(image));
    const codes = said === undefined ? [] : codesIn(said);
    if (codes.length > 0) return { codes, texts: 1 };
    if (said !== undefined) texts += 1;
  }
  return { codes: [], texts };
}

function codesIn(text: string): InviteCode[] {
  const whole = inviteCode(text.trim());
  return [...new Set([...(whole ? [whole] : []), ...inviteCodesIn(text)])];
}

async function loaded(picture: string): Promise<HTMLImageElement | undefined> {
  if (!picture.startsWith('data:image/')) return undefined;
  const image = new Image();
  image.src = picture;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

async function textIn(image: HTMLImageElement): Promise<string | undefined> {
  // The decoder comes only when it is called for.
  const { default: decode } = await import('qr/decode.js');
  for (const scale of scales) {
    try {
      return decode(pixels(image, scale), { timeLimit: patienceMs });
    } catch {
      // Not at this size.
    }
  }
  return undefined;
}

function pixels(image: HTMLImageElement, scale: number): ImageData {
  const { naturalWidth, naturalHeight } = image;
  const most = Math.min(1, longestPx / Math.max(naturalWidth, naturalHeight, 1)) * scale;
  const width = Math.max(1, Math.round(naturalWidth * most));
  const height = Math.max(1, Math.round(naturalHeight * most));
  const pen = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (!pen) throw new RangeError('nothing to draw on');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}
