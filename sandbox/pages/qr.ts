import { type Colour, pngOf } from '../png.ts';
import { qrMatrix } from './qr-matrix.ts';
import { dressed, fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

interface Sitting {
  /** In pixels of the whole picture, and of one cell of the code. */
  readonly side: number;
  readonly cell: number;
  readonly degrees?: number;
  /** Where the middle of the code lies, from the middle of the picture. */
  readonly off?: number;
  readonly text?: string;
}

/** How the code sits in each picture. */
const sittings: Readonly<Record<string, Sitting>> = {
  plain: { side: 280, cell: 8 },
  cropped: { side: 236, cell: 8 },
  rotated: { side: 360, cell: 8, degrees: 17 },
  'in-a-photo': { side: 640, cell: 5, degrees: 4, off: 90 },
  small: { side: 80, cell: 2 },
  'no-invite': { side: 280, cell: 8, text: 'https://menu.example/today?table=7' },
};

/** QR codes as pictures: straight, cropped, turned, small in a large one, of another site, drawn, and one of a menu. */
export function qr(visit: Visit): TestPage | { readonly png: Buffer } {
  const { world, rest, elsewhere } = visit;
  const text = `https://chat.whatsapp.com/${groupsHere(world)[0]?.code}`;
  const sitting = sittings[rest.replace(/\.png$/, '')];
  if (sitting) return { png: drawn(sitting, text) };
  const pictures = Object.keys(sittings).map((name) => `<p>${picture(name, `qr/${name}.png`)}</p>`);
  const body = `<h1>Posters</h1>
<p>Scan one. Aponte a câmara. امسح الرمز.</p>
${pictures.join('\n')}
<p>${picture('elsewhere', `${elsewhere}/_sandbox/pages/qr/plain.png`)}</p>
<p><canvas id="canvas" width="280" height="280"></canvas></p>
<p><img id="landscape" alt="landscape" src="/_sandbox/pictures/1.png"></p>
<script>
const rows = ${JSON.stringify(cellsOf(`https://chat.whatsapp.com/${fakeCode('Qr', 1)}`))};
const pen = document.getElementById('canvas').getContext('2d');
pen.fillStyle = '#fff';
pen.fillRect(0, 0, 280, 280);
pen.fillStyle = '#000';
rows.forEach((row, y) => [...row].forEach((cell, x) => cell === '#' && pen.fillRect(24 + x * 8, 24 + y * 8, 8, 8)));
</script>`;
  return { html: dressed(body, { title: 'Posters' }), codes: [] };
}

const picture = (name: string, src: string) =>
  `<img id="${name}" alt="${name}" src="${src.replace(/^qr/, '/_sandbox/pages/qr')}">`;

const cellsOf = (text: string) => qrMatrix(text).map((row) => row.map((dark) => (dark ? '#' : ' ')).join(''));

function drawn({ side, cell, degrees = 0, off = 0, text }: Sitting, invite: string): Buffer {
  const matrix = qrMatrix(text ?? invite);
  const turn = (degrees * Math.PI) / 180;
  const middle = side / 2;
  return pngOf(side, side, (x, y) => {
    const [right, down] = [x + 0.5 - middle - off, y + 0.5 - middle - off];
    const column = Math.floor((right * Math.cos(turn) + down * Math.sin(turn)) / cell + matrix.length / 2);
    const row = Math.floor((down * Math.cos(turn) - right * Math.sin(turn)) / cell + matrix.length / 2);
    const cellThere = matrix[row]?.[column];
    if (cellThere) return black;
    // Around the code there is a white margin of two cells, and beyond it whatever the picture is of.
    const isNear = Math.max(Math.abs(column - 14), Math.abs(row - 14)) < 17;
    return cellThere === false || isNear || !off ? white : sky(x, y);
  });
}

const black: Colour = [16, 16, 16];
const white: Colour = [250, 250, 250];
const sky = (x: number, y: number): Colour => [90 + (x % 97), 120 + (y % 83), 170 + ((x + y) % 61)];
