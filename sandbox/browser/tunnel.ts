import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that leads connections to some hosts' port 443 to this machine, and refuses all others. */
export interface Tunnel {
  readonly port: number;
  close(): void;
}

/** `hosts` gives the port that stands in for each. */
export async function openTunnel(hosts: Readonly<Record<string, number>>): Promise<Tunnel> {
  const server = createServer((_, response) => void response.writeHead(502).end());
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  server.on('connect', ({ url = '' }, socket: Socket, head: Buffer) => {
    keep(socket);
    const port = hosts[url.replace(/:443$/, '')];
    if (port === undefined) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const inner = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    keep(inner);
    inner.on('close', () => socket.destroy());
    socket.on('close', () => inner.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
