import type { WholeWorld } from '../world.ts';

/** What a page is made from. */
export interface Visit {
  readonly world: WholeWorld;
  /** Where the sandbox is, as the visitor spelled it. */
  readonly origin: string;
  /** The same machine under another name, which is another site to a browser. */
  readonly elsewhere: string;
  /** What follows the page's name in the path. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

/** One page to try Latchkey on, and what is true of it. */
export interface TestPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The invites on it as it stands when it has loaded: distinct, in order of appearance. Frames come by themselves. */
  readonly codes: readonly string[];
  /** Look like invites and are none. */
  readonly never?: readonly string[];
}

interface Dress {
  readonly title: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly css?: string;
  /** Stands in the head, after the style. */
  readonly head?: string;
}

/** A whole page around a body. */
export function dressed(body: string, { title, lang = 'en', dir = 'ltr', css = '', head = '' }: Dress): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body { font: 16px/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem } ${css}</style>
${head}
<body>
${body}
</body>
</html>
`;
}

/** Text as it stands in a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The nth invented code of a page: 22 letters and digits, never a group's. */
export function fakeCode(page: string, nth: number): string {
  const start = `${'ABCDEFGHIJKL'[nth % 12]}Fake${page}`;
  return `${start}${String(nth).padStart(4, '0')}${'abcdefghijklmnopqrstuvwxyz'.repeat(2)}`.slice(0, 22);
}

/** Each once, where it came first. */
export function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}

/** Groups of the sandbox, whose codes have something behind them. */
export function groupsHere(world: WholeWorld): { readonly name: string; readonly code: string }[] {
  return world.all().map(({ subject, codes }) => ({ name: subject, code: codes.at(-1)?.code ?? '' }));
}
