import { execFileSync } from 'node:child_process';
import { findChromium, findFirefox } from '../sandbox/browser-paths.mjs';

/** What the browsers call themselves: `Chromium 156.0.7920.10, Mozilla Firefox 153.0`. */
export function versions(): string {
  return [findChromium(), findFirefox()].flatMap((path) => (path ? [versionOf(path)] : [])).join(', ');
}

function versionOf(path: string): string {
  try {
    const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /^[^\d]*[\d.]+\S*/.exec(said.trim())?.[0] ?? 'a browser';
  } catch {
    return 'a browser that does not tell its version';
  }
}
