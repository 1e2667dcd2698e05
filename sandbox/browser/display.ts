import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onPath } from '../browser-paths.mjs';

/** A display that nobody sees, for what a browser without a window does not do. */
export interface Display {
  /** As in `DISPLAY`. */
  readonly name: string;
  close(): void;
}

/** Whether this machine can have one. */
export const canHide = onPath('Xvfb') !== undefined;

export async function hiddenDisplay(): Promise<Display> {
  const options = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await Promise.race([
    once(server.stdout, 'data').then(([text]) => String(text).trim()),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended at once'))),
  ]);
  return { name: `:${number}`, close: () => void server.kill() };
}
