import { connect, type Socket } from 'node:net';

/** Firefox's own remote control, command by command. */
export interface Marionette {
  send(command: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  end(): void;
}

type Reply = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];

/** Connects as soon as Firefox listens. */
export async function openMarionette(port: number, timeLimitMs = 30_000): Promise<Marionette> {
  const socket = await connected(port, Date.now() + timeLimitMs);
  const waiting = new Map<number, (reply: Reply) => void>();
  const read = frames((message) => {
    if (Array.isArray(message)) waiting.get(message[1])?.(message as unknown as Reply);
  });
  socket.on('data', read);
  socket.on('close', () => {
    for (const [id, settle] of waiting) settle([1, id, { error: 'gone', message: 'Firefox has gone' }, null]);
  });
  let last = 0;
  return {
    send(command, params = {}) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, ([, , error, result]) => {
          waiting.delete(id);
          if (error) reject(new Error(`${command}: ${error.error}: ${error.message}`));
          else resolve(result);
        });
        socket.write(frame([0, id, command, params]), (broken) => broken && reject(broken));
      });
    },
    end: () => socket.destroy(),
  };
}

/** A message as it goes over the wire: its length in bytes, a colon, JSON. */
export function frame(message: unknown): string {
  const text = JSON.stringify(message);
  return `${Buffer.byteLength(text)}:${text}`;
}

/** Takes bytes as they come, gives whole messages. */
export function frames(onMessage: (message: unknown) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let colon = rest.indexOf(58); colon > 0; colon = rest.indexOf(58)) {
      const end = colon + 1 + Number(rest.toString('latin1', 0, colon));
      if (rest.length < end) return;
      onMessage(JSON.parse(rest.toString('utf8', colon + 1, end)));
      rest = rest.subarray(end);
    }
  };
}

async function connected(port: number, until: number): Promise<Socket> {
  for (;;) {
    const socket = await attempt(port).catch((error: Error) => error);
    if (!(socket instanceof Error)) return socket;
    if (Date.now() > until) throw new Error(`Firefox did not listen on port ${port}: ${socket.message}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function attempt(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}
