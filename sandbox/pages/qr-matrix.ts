// A QR code of one size only: version 3, level L, bytes, mask 0. An invite just fits in, and nothing of ours made it.
const side = 29;
const dataWords = 55;
const checkWords = 15;

/** `true` is dark. At most 53 bytes. */
export function qrMatrix(text: string): boolean[][] {
  const cells: (boolean | undefined)[][] = Array.from({ length: side }, () => Array(side).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => {
    const row = cells[y];
    if (row && x >= 0 && x < side) row[x] = dark;
  };
  drawPatterns(set, (x, y) => cells[y]?.[x] !== undefined);
  const data = codewords(Buffer.from(text));
  const words = [...data, ...checks(data)];
  fill(words, (x, y) => cells[y]?.[x] === undefined, set);
  return cells.map((row) => row.map(Boolean));
}

type Draw = (x: number, y: number, dark: boolean) => void;
type Test = (x: number, y: number) => boolean;

function drawPatterns(set: Draw, isSet: Test): void {
  for (const [left, top] of [
    [0, 0],
    [side - 7, 0],
    [0, side - 7],
  ] as const) {
    for (let y = -1; y < 8; y += 1) {
      for (let x = -1; x < 8; x += 1) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        set(left + x, top + y, ring < 4 && ring !== 2);
      }
    }
  }
  for (let y = -2; y < 3; y += 1) {
    for (let x = -2; x < 3; x += 1) set(22 + x, 22 + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
  }
  for (let at = 8; at < side - 8; at += 1) {
    if (!isSet(at, 6)) set(at, 6, at % 2 === 0);
    if (!isSet(6, at)) set(6, at, at % 2 === 0);
  }
  drawFormat(set);
}

/** Level L and mask 0, with their own check bits, twice. */
function drawFormat(set: Draw): void {
  const format = 0b111011111000100;
  for (let nth = 0; nth < 15; nth += 1) {
    const dark = ((format >> nth) & 1) === 1;
    const along = nth < 6 ? nth : nth < 8 ? nth + 1 : nth === 8 ? 7 : 14 - nth;
    if (nth < 8) set(8, along, dark);
    else set(along, 8, dark);
    if (nth < 8) set(side - 1 - nth, 8, dark);
    else set(8, side - 15 + nth, dark);
  }
  set(8, side - 8, true);
}

function codewords(bytes: Buffer): number[] {
  // Four bits say that these are bytes, eight how many; four more end them.
  const head = (0b0100n << 8n) | BigInt(bytes.length);
  const all = [...bytes].reduce((sum, byte) => (sum << 8n) | BigInt(byte), head) << 4n;
  const hex = all.toString(16).padStart((bytes.length + 2) * 2, '0');
  const words = [...Buffer.from(hex, 'hex')];
  if (words.length > dataWords) throw new RangeError('Too long for this QR code');
  return Array.from({ length: dataWords }, (_, nth) => words[nth] ?? ((nth - words.length) % 2 ? 0x11 : 0xec));
}

/** Reed and Solomon's remainder over the field of 256. */
function checks(data: readonly number[]): number[] {
  let divisor = [1];
  for (let power = 0; power < checkWords; power += 1) {
    const root = raised(power);
    divisor = [...divisor, 0].map((word, nth) => word ^ times(divisor[nth - 1] ?? 0, root));
  }
  let rest = Array(checkWords).fill(0) as number[];
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, nth) => one ^ times(divisor[nth + 1] ?? 0, factor));
  }
  return rest;
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 128 ? 0x11d : 0);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

function raised(power: number): number {
  return power === 0 ? 1 : times(2, raised(power - 1));
}

/** From the right, two columns at a time, up and down. */
function fill(words: readonly number[], isFree: Test, set: Draw): void {
  let nth = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    const column = right <= 6 ? right - 1 : right;
    for (let step = 0; step < side; step += 1) {
      const upwards = ((right + 1) & 2) === 0;
      const y = upwards ? side - 1 - step : step;
      for (const x of [column, column - 1]) {
        if (!isFree(x, y)) continue;
        const bit = (((words[nth >> 3] ?? 0) >> (7 - (nth & 7))) & 1) === 1;
        set(x, y, bit !== ((x + y) % 2 === 0));
        nth += 1;
      }
    }
  }
}
