import { encodeQR } from 'qr';
import { Trouble } from '../trouble';
import { escaped } from './markup';

/** Rows of modules, true where dark. */
export type QrMatrix = readonly (readonly boolean[])[];

const quiet = 4;
const shownPx = 300;
const patienceMs = 2000;

/** The modules of a QR code, error correction level M, without a quiet zone. */
export function qrMatrix(text: string): QrMatrix {
  // It always draws some quiet zone: the least is taken off again.
  const inside = encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).slice(1, -1);
  return inside.map((row) => row.slice(1, -1));
}

/** The dark modules as one SVG path, a module one unit wide, the first at 0 0. */
export function qrPath(matrix: QrMatrix): string {
  return matrix
    .map((row, y) =>
      runs(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
}

/** The `viewBox` that puts four quiet modules around the path. */
export function qrViewBox(matrix: QrMatrix): string {
  return `${-quiet} ${-quiet} ${side(matrix)} ${side(matrix)}`;
}

/** A whole SVG file. Its title is the text itself, for those who cannot see the code. */
export function qrSvg(text: string): string {
  const matrix = qrMatrix(text);
  const px = side(matrix) * modulePx(matrix);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${px}" height="${px}" viewBox="${qrViewBox(matrix)}" shape-rendering="crispEdges">`,
    `<title>${escaped(text)}</title>`,
    `<path fill="#fff" d="M${-quiet} ${-quiet}h${side(matrix)}v${side(matrix)}h${-side(matrix)}z"/>`,
    `<path fill="#000" d="${qrPath(matrix)}"/>`,
    '</svg>\n',
  ].join('\n');
}

/** A PNG of at least 600 px, every module a whole and even number of pixels. */
export function qrPng(text: string): Promise<Blob> {
  const matrix = qrMatrix(text);
  const px = side(matrix) * modulePx(matrix);
  const { canvas, pen } = whiteCanvas(px, px);
  pen.scale(modulePx(matrix), modulePx(matrix));
  pen.translate(quiet, quiet);
  pen.fill(new Path2D(qrPath(matrix)));
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A QR code as a file to keep, once it has been read back. Rejects with `qr-unreadable`. */
export async function verifiedQr(text: string, kind: 'png' | 'svg'): Promise<Blob> {
  const picture = kind === 'png' ? await qrPng(text) : new Blob([qrSvg(text)], { type: 'image/svg+xml' });
  if ((await readBack(picture)) !== text) throw new Trouble('qr-unreadable');
  return picture;
}

/** What a picture's QR code says; undefined where none can be read. The decoder comes only when it is called for. */
export async function readBack(picture: Blob): Promise<string | undefined> {
  const { default: decode } = await import('qr/decode.js');
  try {
    return decode(await pixelsOf(picture), { timeLimit: patienceMs });
  } catch {
    return undefined;
  }
}

function side(matrix: QrMatrix): number {
  return matrix.length + 2 * quiet;
}

/** Even, so that the picture shown at half its size stays sharp. */
function modulePx(matrix: QrMatrix): number {
  return 2 * Math.ceil(shownPx / side(matrix));
}

function runs(row: readonly boolean[]): [x: number, length: number][] {
  return [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map((run) => [run.index, run[0].length]);
}

function whiteCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new Trouble('qr-unreadable');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#000';
  return { canvas, pen };
}

/** By way of an image element: `createImageBitmap` reads no SVG. */
async function pixelsOf(picture: Blob): Promise<ImageData> {
  const address = URL.createObjectURL(picture);
  const image = new Image();
  image.src = address;
  await image.decode().finally(() => URL.revokeObjectURL(address));
  const { naturalWidth: width, naturalHeight: height } = image;
  const { pen } = whiteCanvas(width, height);
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, width, height);
}
