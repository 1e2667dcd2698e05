import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

/**
 * What the popup loads before it stands is one file; other pages take from it what they have in common with the popup.
 * Left alone, the bundler cuts it into a dozen, by who else wants what, and the popup waits for the last of them. And parts
 * that are asked for later are asked for plainly: the bundler's own way adds two kilobytes to look for style sheets, which
 * our parts do not have.
 */
export default defineWxtModule({
  name: 'popup-start',
  setup(wxt) {
    const start = join(wxt.config.entrypointsDir, 'popup', 'main.tsx');
    const shell = join(wxt.config.srcDir, 'components', 'popup', 'shell.html');
    addViteConfig(wxt, () => ({
      build: { modulePreload: { polyfill: false, resolveDependencies: preloaded } },
      plugins: [plainImports, together(start), shellInside(shell), stylesInside],
    }));
  },
});

/** Pages say what to read ahead; a script that asks plainly has no use for the list of what its parts import. */
function preloaded(_: string, files: string[], { hostType }: { readonly hostType: 'html' | 'js' }): string[] {
  return hostType === 'html' ? files : [];
}

const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  resolveId: (id) => (id === '\0vite/preload-helper.js' ? '\0plain-import' : null),
  load: (id) => (id === '\0plain-import' ? 'export const __vitePreload = (load) => load();' : null),
};

/** What stands in the popup, and in the side panel, before any script has run. */
function shellInside(shell: string): Plugin {
  return {
    name: 'shell-inside',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html, { path }) =>
        /\/(?:popup|sidepanel)\//.test(path)
          ? html.replace('<body></body>', `<body>${await readFile(shell, 'utf8')}</body>`)
          : html,
    },
  };
}

/** The popup's first paint waits for no other file, and nothing is asked for in vain. */
const stylesInside: Plugin = {
  name: 'styles-inside',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.facadeModuleId?.includes('/popup/')) continue;
      const code = chunk.code.replace(/import"\.\/([^"]+)";/g, (line, file) =>
        isEmpty(bundle[`chunks/${file}`]) ? '' : line,
      );
      Object.assign(chunk, { code });
    }
  },
  transformIndexHtml: {
    order: 'post',
    handler(html, { path, bundle = {} }) {
      if (!path.includes('/popup/')) return html;
      const styled = html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)">/g, (link, file) => {
        const found = bundle[file];
        return found?.type === 'asset' ? `<style>${String(found.source).trim()}</style>` : link;
      });
      const needed = styled.replace(/\s*<(?:script|link) [^>]*="\/([^"]+)">(?:<\/script>)?/g, (tag, file) =>
        isEmpty(bundle[file]) ? '' : tag,
      );
      return secondInLine(needed);
    },
  },
};

/**
 * The popup's own code is asked for by its first script, `popup-first.js`: asked for with it, the larger file would take
 * from the smaller one what little time that needs.
 */
function secondInLine(html: string): string {
  const parts: string[] = [];
  const rest = html.replace(/\s*<(?:script type="module"|link rel="modulepreload")[^>]*>(?:<\/script>)?/g, (tag) => {
    parts.push(tag.trim());
    return '';
  });
  return rest.replace('</head>', `  <template id="rest">${parts.join('')}</template>\n  </head>`);
}

/** A file that held nothing but style sheets. */
function isEmpty(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): boolean {
  return file?.type === 'chunk' && file.code.trim() === '';
}

/** Every module that the popup loads at once, in one file; but for its door, which does something, and in no other page. */
function together(start: string): Plugin {
  const atStart = new Set<string>();
  return {
    name: 'start-together',
    buildEnd() {
      const add = (id: string): void => {
        if (atStart.has(id)) return;
        atStart.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(add);
      };
      if (this.getModuleInfo(start)) add(start);
    },
    outputOptions(options) {
      if (options.format !== 'es') return null;
      const own = { name: 'start', test: (id: string) => atStart.has(id) && id !== start };
      return { ...options, codeSplitting: { groups: [own] } };
    },
  };
}
