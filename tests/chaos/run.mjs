// Plain JavaScript: `npm run chaos` starts here. Names of campaigns may follow: `npm run chaos -- worker disk`.
import { spawnSync } from 'node:child_process';
import { runtime, setUp, tool } from '../../sandbox/set-up.mjs';

const campaigns = process.argv.slice(2);
const scenes = campaigns.length === 0 || campaigns.includes('scenes');
const others = campaigns.filter((name) => name !== 'scenes');

setUp({ all: ['chromium', 'firefox', 'openssl'] });
for (const browser of ['chrome', 'firefox']) run([tool('wxt'), 'build', '-b', browser]);
for (const browser of ['chromium', 'firefox']) {
  if (campaigns.length === 0 || others.length > 0) vitest(`chaos-${browser}`, others);
  if (scenes) vitest(`scenes-${browser}`, [], { LATCHKEY_KILL: '1' });
}

function vitest(project, files, env) {
  run([tool('vitest'), 'run', '--project', project, ...files.map((name) => `tests/chaos/${name}`)], env);
}

/** What fails does not keep the rest from being tried. */
function run(args, env) {
  const { status } = spawnSync(runtime(), args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exitCode = 1;
}
