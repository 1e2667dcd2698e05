// Plain JavaScript: weighs what was built against the budgets. `node bench/bytes.mjs` says it, `npm test` insists on it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

/** Each part of the budget with what it weighs. */
export function weighed(folder = budgets.built) {
  const all = filesIn(folder);
  return budgets.parts.map(({ name, files: globs, but = [], startOf, ...limits }) => {
    const fits = (file) => globs.some((it) => matchesGlob(file, it)) && !but.some((it) => matchesGlob(file, it));
    const files = startOf ? atStart(folder, startOf) : all.filter(fits);
    if (files.length === 0) throw new Error(`Nothing in ${folder} is “${name}”`);
    const contents = files.map((file) => readFileSync(join(folder, file)));
    const minified = sum(contents.map(({ length }) => length));
    const gzip = sum(contents.map((content) => gzipSync(content, { level: 9 }).length));
    return { name, files, minified, gzip, limits, over: minified > limits.minified || gzip > limits.gzip };
  });
}

/**
 * The scripts that are loaded before anything is asked for: of a page its own and what it preloads, then all that they
 * import, over and over. What is imported by a call comes later, and style sheets are no scripts.
 */
export function atStart(folder, door) {
  const found = new Set();
  const queue = door.endsWith('.html') ? namedIn(folder, door) : [door];
  for (const file of queue) {
    if (found.has(file) || !existsSync(join(folder, file))) continue;
    found.add(file);
    queue.push(...importedBy(folder, file));
  }
  return [...found];
}

function namedIn(folder, page) {
  const html = readFileSync(join(folder, page), 'utf8');
  const scripts = html.matchAll(/<script\b[^>]*?\ssrc=["']?([^"'\s>]+)/gi);
  const links = html.matchAll(/<link\b[^>]*?\srel=["']?(?:modulepreload|preload)\b[^>]*>/gi);
  const preloaded = [...links].flatMap(([link]) => /\shref=["']?([^"'\s>]+\.js)\b/i.exec(link)?.[1] ?? []);
  return [...[...scripts].map(([, address]) => address), ...preloaded].map((address) => inFolder(page, address));
}

/** `import{a as b}from"./c.js"`, `import"./c.js"`, `export*from"./c.js"`: never `import("./c.js")`. */
function importedBy(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const found = text.matchAll(
    /(?<![\w$.])(?:import|export)\b\s*(?:[\w$*{},\s]+?\bfrom\s*)?["'](\.{0,2}\/[^"'\n]+)["']/g,
  );
  return [...found].map(([, address]) => inFolder(file, address));
}

function inFolder(from, address) {
  return address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(from), address);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function said({ name, minified, gzip, limits, over }) {
  const figures = `${minified} of ${limits.minified}, gzip ${gzip} of ${limits.gzip}`;
  const goal = limits.goal ? ` (goal: ${limits.goal.minified}, ${limits.goal.gzip})` : '';
  return `${over ? 'OVER  ' : 'ok    '}  ${name}: ${figures}${goal}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts = weighed(process.argv[2]);
  console.log(parts.map(said).join('\n'));
  process.exitCode = parts.some(({ over }) => over) ? 1 : 0;
}
