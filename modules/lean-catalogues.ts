import { readFile } from 'node:fs/promises';
import { defineWxtModule } from 'wxt/modules';

const forPeople = /^(?:_locales\/[^/]+\/messages|managed-schema)\.json$/;

/** Catalogues, and the list of what an administrator may set, are written for people; in the package they stand without white space. */
export default defineWxtModule({
  name: 'lean-catalogues',
  setup(wxt) {
    wxt.hook('build:publicAssets', async (_, files) => {
      for (const [nth, file] of files.entries()) {
        if (!('absoluteSrc' in file) || !forPeople.test(file.relativeDest)) continue;
        const read: unknown = JSON.parse(await readFile(file.absoluteSrc, 'utf8'));
        files[nth] = { relativeDest: file.relativeDest, contents: JSON.stringify(read) };
      }
    });
  },
});
