import { lookalikes, shapes } from './shapes.ts';
import { distinct, dressed, escaped, fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

interface Entry {
  readonly name: string;
  readonly code: string;
  readonly html: string;
  readonly real: boolean;
}

const invites = 500;

/** Five hundred invites in all the shapes they come in, and look-alikes between them. */
export function directory({ world, query }: Visit): TestPage {
  const entries = entriesFor(world, Number(query.get('n') ?? invites));
  const real = entries.filter((entry) => entry.real);
  const rows = entries.map(({ name, html }) => `<li><h3>${escaped(name)}</h3><p>${html}</p></li>`);
  const body = `<h1>Groups worth joining</h1>
<p>Five hundred groups, checked now and then. Quinhentos grupos. خمسمائة مجموعة.</p>
<ol>
${rows.join('\n')}
</ol>`;
  return {
    html: dressed(body, {
      title: 'Groups worth joining',
      css: 'h3 { margin: 0; font-size: 1em } p { margin: 0 0 8px }',
    }),
    codes: distinct(real.map(({ code }) => code)),
    never: entries.filter((entry) => !entry.real).map(({ code }) => code),
  };
}

/** Half of them groups that exist, every tenth followed by something that leads elsewhere. */
function entriesFor(world: Visit['world'], count: number): Entry[] {
  const groups = groupsHere(world);
  return Array.from({ length: count }, (_, nth) => {
    const group = nth % 2 === 0 ? groups[nth / 2] : undefined;
    const { name, code } = group ?? { name: `Group no. ${nth}`, code: fakeCode('Dir', nth) };
    const shape = shapes[nth % shapes.length];
    const entry = { name, code, html: shape?.(code) ?? '', real: true };
    return nth % 10 === 9 ? [entry, lookalike(nth)] : [entry];
  }).flat();
}

function lookalike(nth: number): Entry {
  const code = fakeCode('Not', nth);
  const shape = lookalikes[Math.floor(nth / 10) % lookalikes.length];
  return { name: `Group no. ${nth} bis`, code, html: shape?.(code) ?? '', real: false };
}
