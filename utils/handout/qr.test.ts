import decode from 'qr/decode.js';
import type { QRCodeSegment } from 'qrcode';
import { create } from 'qrcode/lib/core/qrcode.js';
import { describe, expect, it } from 'vitest';
import { type QrMatrix, qrMatrix, qrPath, qrSvg, qrViewBox } from './qr';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const links = Array.from({ length: 200 }, (_, seed) => `https://chat.whatsapp.com/${randomCode(seed + 1)}`);
const link = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';
const modulePx = 4;
const quiet = 4;
const [white, black] = [0xffffffff, 0xff000000];
// A busy machine shall not make a code unreadable.
const patient = { timeLimit: 10_000 };

describe('200 links', { timeout: 30_000 }, () => {
  it('are read back from the matrix', () => {
    for (const text of links) {
      const matrix = qrMatrix(text);
      expect(decode(raster(matrix.length, rectanglesOf(matrix)), patient)).toBe(text);
    }
  });

  it('are read back from the path', () => {
    for (const text of links) {
      const matrix = qrMatrix(text);
      expect(decode(raster(matrix.length, rectanglesIn(qrPath(matrix))), patient)).toBe(text);
    }
  });
});

it('draws what another library draws', { timeout: 30_000 }, () => {
  // What is drawn and what reads it back come from one library: two halves of one mistake would fit.
  for (const text of [...links.slice(0, 50), 'HTTP://X.YZ', '1', `${link}?${'ä'.repeat(300)}`]) {
    const ours = qrMatrix(text);
    expect(masked(text).some((theirs) => String(theirs) === String(ours))).toBe(true);
  }
});

describe('the SVG file', () => {
  it('has a quiet zone of four, a white ground, crisp edges and the link as its title', () => {
    const size = qrMatrix(link).length;
    const svg = qrSvg(link);
    expect(svg).toContain(`viewBox="-4 -4 ${size + 8} ${size + 8}"`);
    expect(svg).toContain(`<path fill="#fff" d="M-4 -4h${size + 8}v${size + 8}h-${size + 8}z"/>`);
    expect(svg).toContain('shape-rendering="crispEdges"');
    expect(svg).toContain(`<title>${link}</title>`);
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeGreaterThanOrEqual(600);
  });

  it('keeps markup out of its title', () => {
    expect(qrSvg('<b>&"')).toContain('<title>&#60;b&#62;&#38;&#34;</title>');
  });
});

it('merges neighbours: no two rectangles of a row touch', () => {
  const rectangles = rectanglesIn(qrPath(qrMatrix(link)));
  const ends = new Set(rectangles.map(({ x, y, width }) => `${x + width} ${y}`));
  expect(rectangles.some(({ x, y }) => ends.has(`${x} ${y}`))).toBe(false);
});

it('puts the path inside the view box', () => {
  expect(qrViewBox([[true]])).toBe('-4 -4 9 9');
});

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function rectanglesOf(matrix: QrMatrix): Rectangle[] {
  return matrix.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [{ x, y, width: 1 }] : [])));
}

function rectanglesIn(path: string): Rectangle[] {
  const found = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(found.map(([piece]) => piece).join('')).toBe(path);
  return found.map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }));
}

function raster(size: number, rectangles: readonly Rectangle[]) {
  const side = (size + 2 * quiet) * modulePx;
  const pixels = new Uint32Array(side * side).fill(white);
  for (const { x, y, width } of rectangles) {
    for (let row = 0; row < modulePx; row += 1) {
      const from = ((y + quiet) * modulePx + row) * side + (x + quiet) * modulePx;
      pixels.fill(black, from, from + width * modulePx);
    }
  }
  return { width: side, height: side, data: new Uint8Array(pixels.buffer) };
}

/** A text in each of the eight patterns that a QR code may be masked with: which of them reads best, libraries differ about. */
function masked(text: string): QrMatrix[] {
  const mode = /^\d+$/.test(text) ? 'numeric' : /^[A-Z:/.]+$/.test(text) ? 'alphanumeric' : 'byte';
  const data = mode === 'byte' ? new TextEncoder().encode(text) : text;
  const patterns = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  return patterns.map((maskPattern) => {
    const { modules } = create([{ data, mode } as QRCodeSegment], { errorCorrectionLevel: 'M', maskPattern });
    const rows = Array.from({ length: modules.size }, (_, y) =>
      modules.data.slice(y * modules.size, (y + 1) * modules.size),
    );
    return rows.map((row) => Array.from(row, Boolean));
  });
}

/** The same codes on every run: a failure can be looked at again. */
function randomCode(seed: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return signs[(state >>> 16) % signs.length];
  };
  return Array.from({ length: 22 }, next).join('');
}
