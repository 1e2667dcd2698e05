import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the system's calls can be watched here. */
export const canTrace = ['/usr/bin/strace', '/usr/local/bin/strace'].some(existsSync);

/** A browser that is being watched. */
export interface Trace {
  /** Ends it, and gives when a database of the browser's was flushed to disk, in ms since 1970. */
  flushes(): Promise<readonly number[]>;
}

/** Watches a browser with all its processes. */
export async function traced(pid: number): Promise<Trace> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-trace-'));
  const file = join(folder, 'calls');
  const all = [pid, ...(await below(pid))].flatMap((one) => ['-p', String(one)]);
  const args = ['-f', '-ttt', '-y', '-e', 'trace=fsync,fdatasync', '-o', file, ...all];
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await attached(child);
  return {
    async flushes() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => /IndexedDB|\/idb\//.test(line));
      await rm(folder, { recursive: true, force: true });
      return lines.flatMap((line) => {
        const at = / (\d+\.\d+) f(?:data)?sync\(/.exec(line)?.[1];
        return at ? [Number(at) * 1000] : [];
      });
    },
  };
}

/** It says so of each process, one line each; the first is enough to know that it may. */
async function attached(child: ChildProcess): Promise<void> {
  const parts: string[] = [];
  child.stderr?.on('data', (part) => parts.push(String(part)));
  await Promise.race([
    once(child.stderr ?? child, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`strace went away: ${parts.join('')}`))),
  ]);
}

async function below(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const children = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...children(child)]);
  return children(pid);
}
