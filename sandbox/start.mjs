// Plain JavaScript: `npm start` starts here, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { findChromium, findFirefox } from './browser-paths.mjs';
import { runtime, setUp, tool } from './set-up.mjs';

const args = process.argv.slice(2);
const wanted = args.includes('--firefox') ? ['firefox'] : ['chromium', 'firefox'];
setUp({ oneOf: wanted });

const browser = wanted.includes('chromium') && findChromium() ? 'chromium' : 'firefox';
console.log(`Building for ${browser} (${browser === 'chromium' ? findChromium() : findFirefox()}) …`);
const wxt = ['build', '-b', browser === 'chromium' ? 'chrome' : 'firefox'];
const built = spawnSync(runtime(), [tool('wxt'), ...wxt], { encoding: 'utf8' });
if (built.status !== 0) {
  console.error(built.stdout + built.stderr);
  process.exit(1);
}
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const headless = args.includes('--headless') || !display;
const child = spawn(runtime(), ['sandbox/start.ts', browser, headless ? 'headless' : 'headed'], { stdio: 'inherit' });
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
// It ends in its own time, and closes the browser; this one waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
