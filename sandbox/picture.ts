import { crc32 } from 'node:zlib';
import type { Group } from './group.ts';
import { pngOf } from './png.ts';

/** Where a group's picture lies: on the sandbox, as WhatsApp's lie on a server of their own. */
export function pictureAddress({ id, pictured }: Group, origin: string): string | null {
  return pictured ? `${origin}/_sandbox/pictures/${id.replace('@g.us', '')}.png` : null;
}

const side = 96;

/** A PNG in a colour of the group's own, lighter towards the top. */
export function pictureOf(id: string): Buffer {
  const hue = crc32(id);
  const tone = (y: number, shift: number) => 60 + ((hue >>> shift) & 127) + Math.floor((side - y) / 2);
  return pngOf(side, side, (_, y) => [tone(y, 0), tone(y, 8), tone(y, 16)]);
}
