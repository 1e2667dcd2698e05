import { crc32, deflateSync } from 'node:zlib';
import type { Group } from './group.ts';

/** Where a group's picture lies: on the sandbox, as WhatsApp's lie on a server of their own. */
export function pictureAddress({ id, pictured }: Group, origin: string): string | null {
  return pictured ? `${origin}/_sandbox/pictures/${id.replace('@g.us', '')}.png` : null;
}

const side = 96;

/** A PNG in a colour of the group's own, lighter towards the top. */
export function pictureOf(id: string): Buffer {
  const hue = crc32(id);
  const rows = Buffer.alloc((1 + side * 3) * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side * 3; x += 1) {
      rows[y * (1 + side * 3) + 1 + x] = 60 + ((hue >>> ((x % 3) * 8)) & 127) + Math.floor((side - y) / 2);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
