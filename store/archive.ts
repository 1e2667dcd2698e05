import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Path in the archive to content. */
export type Files = ReadonlyMap<string, Uint8Array>;

const signatures = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 };
const endSize = 22;
const listedSize = 46;
const fileSize = 30;
/** 1 January 1980, midnight: the earliest that a zip can say. */
const noTime = 0x0021_0000;
const utf8Names = 0x0800;
const madeOnUnix = (3 << 8) | 20;
const plainFile = (0o100644 << 16) >>> 0;

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly sum: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/** A zip in the order of the names and without times: the same files give the same bytes. */
export function zipOf(files: Files): Buffer {
  const names = [...files.keys()].sort();
  const packed = names.map((name) => pack(name, files.get(name) ?? new Uint8Array()));
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const one of packed) {
    const body = Buffer.concat([head(one), one.name, one.data]);
    list.push(listed(one, offset), one.name);
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(list);
  return Buffer.concat([...bodies, directory, end(packed.length, directory.length, offset)]);
}

/** What is in a zip. A file that is not as its sum says is an error. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
  const at = zip.lastIndexOf(numbers([signatures.end, 4]));
  if (at < 0) throw new Error('This is no zip');
  const files = new Map<string, Buffer>();
  let entry = zip.readUInt32LE(at + 16);
  for (let left = zip.readUInt16LE(at + 10); left > 0; left -= 1) {
    const lengths = [28, 30, 32].map((place) => zip.readUInt16LE(entry + place));
    const name = zip.toString('utf8', entry + listedSize, entry + listedSize + (lengths[0] ?? 0));
    files.set(name, unpack(zip, entry, name));
    entry += lengths.reduce((sum, length) => sum + length, listedSize);
  }
  return files;
}

function pack(name: string, content: Uint8Array): Packed {
  const deflated = deflateRawSync(content, { level: 9 });
  const smaller = deflated.length < content.length;
  return {
    name: Buffer.from(name),
    method: smaller ? 8 : 0,
    sum: crc32(content),
    size: content.length,
    data: smaller ? deflated : content,
  };
}

function unpack(zip: Buffer, entry: number, name: string): Buffer {
  const start = zip.readUInt32LE(entry + 42);
  const from = start + fileSize + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const data = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
  const content = zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(data) : Buffer.from(data);
  if (crc32(content) !== zip.readUInt32LE(entry + 16)) throw new Error(`${name} is damaged`);
  return content;
}

/** What stands alike before a file and in the list of files. */
function facts({ name, method, sum, size, data }: Packed): Buffer {
  return numbers(
    [20, 2],
    [utf8Names, 2],
    [method, 2],
    [noTime, 4],
    [sum, 4],
    [data.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
}

function head(one: Packed): Buffer {
  return Buffer.concat([numbers([signatures.file, 4]), facts(one)]);
}

function listed(one: Packed, offset: number): Buffer {
  const place = numbers([0, 2], [0, 2], [0, 2], [plainFile, 4], [offset, 4]);
  return Buffer.concat([numbers([signatures.listed, 4], [madeOnUnix, 2]), facts(one), place]);
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = numbers([signatures.end, 4], [0, 4], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  if (bytes.length !== endSize) throw new Error('A zip ends otherwise');
  return bytes;
}

function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );
}
