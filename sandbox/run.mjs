// Plain JavaScript: runs one of the packaged tools, or a script of ours, with the packaged Node.
import { spawnSync } from 'node:child_process';
import { runtime, setUp, tool } from './set-up.mjs';

const packages = { biome: '@biomejs/biome', tsc: 'typescript' };
const [name = '', ...args] = process.argv.slice(2);

setUp({});
const script = name.endsWith('.ts') ? name : tool(name, packages[name]);
process.exitCode = spawnSync(runtime(), [script, ...args], { stdio: 'inherit' }).status ?? 1;
