import { dressed, groupsHere, type TestPage, type Visit } from './test-page.ts';

/** A dark page, high enough to scroll, with invites at its edges. */
export function dark({ world }: Visit): TestPage {
  const codes = groupsHere(world)
    .slice(0, 4)
    .map(({ code }) => code);
  const link = (nth: number) => `<a id="link-${nth}" href="https://chat.whatsapp.com/${codes[nth]}">group ${nth}</a>`;
  const body = `<h1>Night desk</h1>
<p>${link(0)} stands at the left, <span class="right">${link(1)}</span></p>
<p class="gap">The night is long. A noite é longa.</p>
<p>${link(2)} after the gap.</p>
<p class="foot">${link(3)}</p>`;
  const css = `html { color-scheme: dark; background: #101418; color: #dde }
.right { position: absolute; right: 4px } .gap { margin-bottom: 140vh } .foot { margin: 4px 0 0; text-align: right }`;
  return { html: dressed(body, { title: 'Night desk', css }), codes };
}
