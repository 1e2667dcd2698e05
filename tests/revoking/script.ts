import { join } from 'node:path';
import { build } from 'vite';

/** Our background as one script, so that each life can be given a world of its own. */
export async function backgroundScript(): Promise<string> {
  const here = (name: string) => join(import.meta.dirname, name);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: here('background.ts'), formats: ['iife'], name: 'background' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}
