import type { Plugin } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

const wrapped = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * Chromium reads functions that are called at once twice, first over them and then them, unless it is told: half of what our
 * scripts cost a page. Other browsers take it for a remark.
 */
const hint = '//# allFunctionsCalledOnLoad\n';
const hinted = /\/(?:spotter|finder|reader|card)\.ts$/;

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
