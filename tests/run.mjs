// Plain JavaScript: `npm test` starts here, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runtime, setUp, tool } from '../sandbox/set-up.mjs';

setUp({ all: ['chromium', 'firefox', 'openssl'] });

const node = runtime();
const reports = '.sandbox/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
rmSync('.sandbox/failed', { recursive: true, force: true });

const wxt = tool('wxt');
const tally = { passed: 0, failed: 0 };

await step('prepare', [wxt, 'prepare']);
// Many of the unit tests wait for most of their time: the rest is done meanwhile.
await Promise.all([tests('unit'), readAndBuilt()]);
const inActs = { env: { LATCHKEY_ACTS: '1' } };
await Promise.all([tests('scenes-chromium', inActs), tests('scenes-firefox', inActs)]);

console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

async function readAndBuilt() {
  await step('types', [tool('tsc', 'typescript'), '--noEmit']);
  await step('lint and format', [tool('biome', '@biomejs/biome'), 'ci', '--colors=off']);
  await tests('pure');
  await step('build for Chrome and Edge', [wxt, 'build', '-b', 'chrome']);
  await step('build for Firefox', [wxt, 'build', '-b', 'firefox']);
  await step('packages for the stores', ['store/zip.ts', '--built']);
  await step('the same bytes from the source archive, and no strange code', ['tests/built.mjs']);
  await step('no part is heavier than its budget', ['bench/bytes.mjs']);
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const forFirefox = `.output/${name}-${version}-firefox.zip`;
  await step('web-ext lint', [tool('web-ext'), 'lint', '-s', forFirefox, '--warnings-as-errors']);
}

/** Runs one tool: one thing passed, or one failed. */
async function step(name, args) {
  const { code, output, ms } = await run(args);
  account(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, ms, output });
}

/** Runs one project of vitest and counts its tests. A file that does not load counts as failed, and so does having no tests. */
async function tests(project, { env = {} } = {}) {
  const file = `${reports}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output, ms } = await run([tool('vitest'), 'run', '--project', project, ...reporters], env);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  const { numPassedTests: passed, numFailedTests } = report;
  const failed = Math.max(numFailedTests, code === 0 && passed > 0 ? 0 : 1);
  account(project, { passed, failed, ms, output });
}

function account(name, { passed, failed, ms, output }) {
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0) console.log(`\n${output.trim()}\n`);
  const count = passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : '';
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name}${count}  (${(ms / 1000).toFixed(1)} s)`);
}

function run(args, more = {}) {
  const began = Date.now();
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, ...more, NO_COLOR: '1' };
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.stderr.on('data', (part) => parts.push(part));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ms: Date.now() - began, output: Buffer.concat(parts).toString() }));
  });
}
