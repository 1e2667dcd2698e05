import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Room } from './bench.ts';
import { markdown, type Report } from './report.ts';
import { bytes } from './rooms/bytes.ts';
import { firefox } from './rooms/firefox.ts';
import { groups } from './rooms/groups.ts';
import { growing } from './rooms/growing.ts';
import { injected } from './rooms/injected.ts';
import { look } from './rooms/look.ts';
import { marked } from './rooms/marked.ts';
import { popup } from './rooms/popup.ts';
import { record } from './rooms/record.ts';
import { requests } from './rooms/requests.ts';
import { worker } from './rooms/worker.ts';
import { firstLine } from './rounds.ts';
import { versions } from './versions.ts';

const rooms: Readonly<Record<string, Room>> = {
  ...{ bytes, look, growing, marked, injected, popup, worker, record, groups, requests, firefox },
};
const usage = `npm run bench -- [quick | full] [room …] [--rounds N] [--out FILE]\nRooms: ${Object.keys(rooms).join(', ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, out: { type: 'string', default: 'bench/results.md' } },
});
const isFull = !positionals.includes('quick');
const asked = positionals.filter((name) => name !== 'quick' && name !== 'full');
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
if (!asked.every((name) => name in rooms) || !(rounds === undefined || rounds >= 1)) {
  console.error(usage);
  process.exit(2);
}

const bench: Bench = {
  full: isFull,
  built: { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' },
  rounds: (quick, full) => rounds ?? (isFull ? full : quick),
  seconds: (quick, full) => (rounds ? Number.POSITIVE_INFINITY : isFull ? full : quick),
};

const texts: string[] = [];
let failed = 0;
for (const [name, room] of Object.entries(rooms)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  const report = await measured(name, room);
  failed += report.troubles?.length ?? 0;
  texts.push(markdown(report));
  console.log(`${texts.at(-1)}\n(${name}: ${Math.round((performance.now() - began) / 1000)} s)\n`);
}
await mkdir(dirname(values.out), { recursive: true });
await writeFile(values.out, [heading(), ...texts].join('\n'));
console.log(`Written to ${values.out}${failed > 0 ? `; ${failed} of it failed` : ''}`);
// A browser that is slow to end does not keep the bench.
process.exit(failed > 0 ? 1 : 0);

async function measured(name: string, room: Room): Promise<Report> {
  try {
    // A browser that does not start on a busy machine starts the second time.
    return await room(bench).catch(() => room(bench));
  } catch (error) {
    return { title: name, cases: [], troubles: [firstLine(error)] };
  }
}

function heading(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const machine = `${cpus().length} cores, ${platform()} ${process.arch}`;
  const when = new Date().toISOString().slice(0, 10);
  const how = `${isFull ? 'full' : 'quick'}${rounds ? `, ${rounds} rounds` : ''}`;
  return `# Latchkey ${version}, measured on ${when}\n\n${how} run; ${machine}; ${versions()}.\n`;
}
