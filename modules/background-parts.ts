import type { Plugin } from 'vite';
import { defineWxtModule } from 'wxt/modules';

const folder = 'background';
/**
 * Every script more makes each start of the worker slower, and so does all code in it, used or not: the browser brings it
 * along in compiled form, which is four times its size. So there is one script besides the first, and the first is short.
 */
const laterScript = `${folder}/later.js`;
/** Parts that lie in the first script: what the popup asks when it opens, and rolldown's own few lines. */
const atOnce: readonly string[] = ['popup', 'rolldown-runtime'];

/**
 * The parts, by the doors that they lie behind. What several of them need lies in the first of these, so that no part leans
 * on a later one. Other doors, such as those of the makes, have a part each.
 */
const parts: readonly (readonly [name: string, doors: RegExp])[] = [
  ['start', /\/entrypoints\/background\.ts$/],
  ['popup', /\/background\/(answers\/(account|group|invite|vault)|open-now)\.ts$/],
  ['pages', /\/background\/(answers\/(for-pages|page)|sites|open-tabs)\.ts$/],
  ['menu', /\/background\/(menu|pictures|windows|answers\/(ledger|setting))\.ts$/],
  ['gateways', /\/(background\/opened|providers\/(reply|provider|session-in|slim-list|two-ways|pages))\.ts$/],
  ['codes', /\/background\/(invites|groups|looking-after|handy)\.ts$/],
  ['keys', /\/background\/(vault|locking|toolbar-sign)\.ts$/],
  ['links', /\/background\/(links|answers\/link)\.ts$/],
  ['joins', /\/background\/(joins|queue\/queue|answers\/(join|queue))\.ts$/],
  ['over-time', /\/background\/(diary\/diary|care\/cells|answers\/over-time)\.ts$/],
  ['accounts', /\/background\/(accounts|check)\.ts$/],
  ['record', /\/background\/(record|answers\/record)\.ts$/],
];

/**
 * Builds Chrome's background in parts. The source says `import('./room')` as everywhere; but a service worker of Manifest
 * V3 can only `importScripts`, and later on only what it has imported once while it was being installed. So a part is a
 * script that says what it would do, and that is done when somebody asks for it.
 */
export default defineWxtModule((wxt) => {
  wxt.hook('vite:build:extendConfig', ([entry], config) => {
    const { browser, command } = wxt.config;
    const lib = config.build?.lib;
    // Firefox has modules here; and while somebody works on it, one piece is enough.
    if (entry?.type !== 'background' || browser === 'firefox' || command !== 'build' || !lib) return;
    const places = new Map<string, string>();
    const output = {
      entryFileNames: `${folder}.js`,
      chunkFileNames: `${folder}/[name].js`,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: (id: string) => places.get(id) ?? null }],
      },
    };
    config.build = {
      ...config.build,
      lib: { ...lib, formats: ['cjs'] },
      rolldownOptions: { output, preserveEntrySignatures: false },
    };
    config.plugins = [config.plugins, dealtOut(places), asScripts()];
  });
});

/** Finds the part of every module. */
function dealtOut(places: Map<string, string>): Plugin {
  return {
    name: 'background-parts',
    buildEnd() {
      const ids = [...this.getModuleIds()].toSorted();
      const behind = (doors: readonly string[], part: string): void => {
        for (const id of doors.filter((door) => !places.has(door))) {
          places.set(id, part);
          behind(this.getModuleInfo(id)?.importedIds ?? [], part);
        }
      };
      for (const [name, doors] of parts) {
        const own = ids.filter((id) => doors.test(id));
        if (own.length === 0) this.error(`No door leads to the part "${name}" any more`);
        behind(own, name);
      }
      for (const id of ids.flatMap((from) => this.getModuleInfo(from)?.dynamicallyImportedIds ?? [])) {
        behind([id], /([^/]+)\.ts$/.exec(id)?.[1] ?? 'more');
      }
    },
  };
}

/** Writes the parts into their scripts. */
function asScripts(): Plugin {
  return {
    name: 'background-scripts',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const start = chunks.find(({ isEntry }) => isEntry);
      if (!start) return this.error('The background has no beginning');
      const scriptFor = ({ name }: { readonly name: string }) => (atOnce.includes(name) ? start.fileName : laterScript);
      const written = (script: string) =>
        chunks
          .filter((one) => one !== start && scriptFor(one) === script)
          .map(partIn)
          .join('\n');
      start.code = inAscii([loader, written(start.fileName), inFewerWords(start.code)].join('\n'));
      this.emitFile({ type: 'asset', fileName: laterScript, source: inAscii(written(laterScript)) });
      for (const { fileName } of chunks) if (fileName !== start.fileName) delete bundle[fileName];
    },
  };
}

/** A part that only says what it would do. */
function partIn({ fileName, code }: { readonly fileName: string; readonly code: string }): string {
  return `latchkeyParts[${JSON.stringify(fileName)}]=(require,exports)=>{${inFewerWords(code).trim()}};`;
}

/** What the bundler says a hundred times over. */
function inFewerWords(code: string): string {
  return shared(code).replace(/Promise\.resolve\(\)\.then\(\(\)=>require\(("[^"]+")\)\)/g, 'latchkeyBring($1)');
}

const sharing = /Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/;
const allSharing = new RegExp(`${sharing.source}(?:,${sharing.source})*`, 'g');

/** What a part shares, as one table: the bundler says it name by name, four hundred times over. */
function shared(code: string): string {
  return code.replace(allSharing, (run) => {
    const names = [...run.matchAll(new RegExp(sharing, 'g'))].map(([, name, value]) => `${name}:()=>${value}`);
    return `latchkeyShare(exports,{${names}})`;
  });
}

/** One sign beyond Latin-1 doubles the size of a script in memory. Such signs stand in texts and patterns alone. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Runs a part when it is first asked for, and imports the script of the others where this worker has not done so yet. */
const loader = `const latchkeyParts={},exports={};
const latchkeyShare=(part,gets)=>{for(const name in gets)Object.defineProperty(part,name,{enumerable:true,get:gets[name]})};
const require=((ran)=>{
const bring=()=>importScripts('/${laterScript}');
self.addEventListener('install',bring);
return function require(path){
const name='${folder}'+path.slice(path.lastIndexOf('/'));
if(ran[name])return ran[name];
if(!latchkeyParts[name])bring();
const part=ran[name]={};
try{latchkeyParts[name](require,part)}catch(caught){delete ran[name];throw caught}
return part}})({'${folder}/${folder}.js':exports});
const latchkeyBring=(path)=>Promise.resolve().then(()=>require(path));`.replaceAll('\n', '');
