import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** An extension that is made for the bench alone, and lasts as long as it. */
export interface Made {
  readonly name: string;
  readonly folder: string;
  forget(): Promise<void>;
}

export interface Plan {
  readonly name: string;
  /** Sources in this folder, by the name of the script that each becomes. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly pages?: Readonly<Record<string, string>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Names are kept where a trace is to show them. */
  readonly keepsNames?: boolean;
}

export async function made({ name, scripts, pages = {}, manifest = {}, keepsNames = false }: Plan): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), `latchkey-bench-${name}-`));
  const basis = { manifest_version: 3, name, version: '1', ...manifest };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(basis));
  for (const [page, html] of Object.entries(pages)) await writeFile(join(folder, page), html);
  // What a page loads is a module.
  const inPages = Object.keys(pages).length > 0;
  for (const [script, source] of Object.entries(scripts)) {
    await bundled({ outDir: folder, script, source, keepsNames, module: inPages });
  }
  return { name, folder, forget: () => rm(folder, { recursive: true, force: true }) };
}

interface Bundle {
  readonly outDir: string;
  readonly script: string;
  readonly source: string;
  readonly keepsNames: boolean;
  readonly module: boolean;
}

async function bundled({ outDir, script, source, keepsNames, module }: Bundle): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      minify: !keepsNames,
      modulePreload: false,
      target: 'esnext',
      rolldownOptions: {
        input: join(import.meta.dirname, source),
        output: { format: module ? 'es' : 'iife', entryFileNames: script },
      },
    },
  });
}
