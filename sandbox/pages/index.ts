import { type Answer, empty, json } from '../call.ts';
import { app } from './app.ts';
import { csp } from './csp.ts';
import { dark } from './dark.ts';
import { directory } from './directory.ts';
import { feed } from './feed.ts';
import { frames } from './frames.ts';
import { hostile } from './hostile.ts';
import { mail } from './mail.ts';
import { plain } from './plain.ts';
import { qr } from './qr.ts';
import { rtl } from './rtl.ts';
import { shadow } from './shadow.ts';
import { dressed, type TestPage, type Visit } from './test-page.ts';
import { write } from './write.ts';

type Make = (visit: Visit) => TestPage | { readonly png: Buffer };

const makes: Readonly<Record<string, Make>> = {
  ...{ directory, feed, mail, app, shadow, frames, plain, rtl, dark, qr, csp, hostile, write },
};

/** Every page there is. */
export const pageNames = Object.keys(makes);

/** `NAME`, `NAME/…` is the page; `NAME.json`, `NAME/….json` what is true of it; nothing at all the list of them. */
export function pageAt(path: string, visit: Omit<Visit, 'rest'>): Answer | { readonly png: Buffer } {
  if (path === '') return { ...empty(), body: list };
  const [name = '', ...more] = path.replace(/\.json$/, '').split('/');
  const page = Object.hasOwn(makes, name) ? makes[name]?.({ ...visit, rest: more.join('/') }) : undefined;
  if (!page) return json({ error: `No such page: ${name}. Known: ${pageNames}` }, 404);
  if ('png' in page) return page;
  const { html, headers, codes, never = [] } = page;
  return path.endsWith('.json') ? json({ codes, never }) : { ...empty(), body: html, ...(headers && { headers }) };
}

const list = dressed(
  `<h1>Pages to try Latchkey on</h1>
<ul>${pageNames.map((name) => `<li><a href="/_sandbox/pages/${name}">${name}</a></li>`).join('')}</ul>`,
  { title: 'Pages to try Latchkey on' },
);
