import type { Plugin } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

const wrapped = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * Chromium goes over a function first and reads it when it is called, unless it is told that all are called at once
 * (v8.dev/blog/explicit-compile-hints): a quarter of what the spotter costs a page. For the finder it
 * changes only when the browser reads it: all of it in one task, which is too long.
 */
const hint = '//# allFunctionsCalledOnLoad\n';
const hinted = /\/spotter\.ts$/;

/** A script of ours in somebody's page begins with its own first line: WXT would put logging and a catch around it. */
export default defineWxtModule({
  name: 'bare-scripts',
  setup(wxt) {
    addViteConfig(wxt, () => ({ plugins: [bare] }));
  },
});

const bare: Plugin = {
  name: 'bare-scripts',
  enforce: 'pre',
  load(id) {
    if (id.startsWith(wrapped))
      return `import run from ${JSON.stringify(id.slice(wrapped.length))};\nexport default run();`;
    const isDefining = id.endsWith('/wxt/dist/utils/define-unlisted-script.mjs');
    return isDefining ? 'export const defineUnlistedScript = (script) => script;' : null;
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && hinted.test(chunk.facadeModuleId ?? '')) chunk.code = hint + chunk.code;
    },
  },
};
