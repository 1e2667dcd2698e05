// Plain JavaScript: `npm run chaos` starts here. Names of campaigns may follow: `npm run chaos -- worker disk`.
import { spawnSync } from 'node:child_process';
import { runtime, setUp, tool } from '../../sandbox/set-up.mjs';

/** Many times what `npm test` tries. */
const more = { LATCHKEY_ANSWERS: '100000', LATCHKEY_SEQUENCES: '2000', LATCHKEY_MONTHS: '100', ...process.env };

const campaigns = process.argv.slice(2);
const isWanted = (name) => campaigns.length === 0 || campaigns.includes(name);
const others = campaigns.filter((name) => !['scenes', 'names', 'answers'].includes(name));

setUp({ all: ['chromium', 'firefox', 'openssl'] });
for (const browser of ['chrome', 'firefox']) run([tool('wxt'), 'build', '-b', browser]);
const campaignFiles = others.map((name) => `tests/chaos/${name}`);
for (const browser of ['chromium', 'firefox']) {
  if (campaigns.length === 0 || others.length > 0) vitest(`chaos-${browser}`, campaignFiles);
  if (isWanted('names'))
    vitest(`scenes-${browser}`, ['hostile-names', 'border'], { LATCHKEY_COUNT: '1000', LATCHKEY_ALL: '1' });
  if (isWanted('scenes')) vitest(`scenes-${browser}`, [], { LATCHKEY_KILL: '1' });
}
if (isWanted('answers')) vitest('unit', ['generated-answers', 'revoking-kills', 'over-time-month'], more);

function vitest(project, files, env) {
  run([tool('vitest'), 'run', '--project', project, '--testTimeout=3600000', ...files], env);
}

/** What fails does not keep the rest from being tried. */
function run(args, env) {
  const { status } = spawnSync(runtime(), args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exitCode = 1;
}
