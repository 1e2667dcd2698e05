import type { Plan } from './extensions.ts';

/** An extension whose scripts each go into a site of their own: `floor` into `floor.localhost`. */
export function waysExtension(names: readonly string[]): Plan {
  return {
    name: 'ways',
    scripts: Object.fromEntries(names.map((name) => [`${name}.js`, `ways/${name}.ts`])),
    manifest: {
      content_scripts: names.map((name) => ({ matches: [`http://${name}.localhost/*`], js: [`${name}.js`] })),
    },
    keepsNames: true,
  };
}
