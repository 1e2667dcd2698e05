import { readFile } from 'node:fs/promises';
import { defineWxtModule } from 'wxt/modules';

/** Message catalogues are written for people; in the package they stand without the white space between. */
export default defineWxtModule({
  name: 'lean-catalogues',
  setup(wxt) {
    wxt.hook('build:publicAssets', async (_, files) => {
      for (const [nth, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !/^_locales\/[^/]+\/messages\.json$/.test(file.relativeDest)) continue;
        const catalogue: unknown = JSON.parse(await readFile(file.absoluteSrc, 'utf8'));
        files[nth] = { relativeDest: file.relativeDest, contents: JSON.stringify(catalogue) };
      }
    });
  },
});
