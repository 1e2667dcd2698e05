import { dressed, fakeCode, type TestPage } from './test-page.ts';

/** Invites in open shadow roots: written with the page, one inside another, and made by a script. */
export function shadow(): TestPage {
  const [light, declared, nested, made, late] = [1, 2, 3, 4, 5].map((nth) => fakeCode('Root', nth));
  const body = `<h1>Parts</h1>
<p>In the page itself: <a href="${link(light)}">the first group</a></p>
<div id="declared"><template shadowrootmode="open">
  <p>In a root: <a href="${link(declared)}">the second group</a></p>
  <div id="inner"><template shadowrootmode="open"><p>In a root in a root: ${link(nested)}</p></template></div>
</template></div>
<div id="made"></div>
<div id="late"></div>
<p><button type="button" id="more">One more</button></p>
<script>
const fill = (id, html) => { document.getElementById(id).attachShadow({ mode: 'open' }).innerHTML = html };
fill('made', '<p><a href="${link(made)}">o quarto grupo</a></p>');
document.getElementById('more').onclick = () => fill('late', '<p>${link(late)}</p>');
</script>`;
  return { html: dressed(body, { title: 'Parts' }), codes: [light, declared, nested, made].map(String) };
}

const link = (code = '') => `https://chat.whatsapp.com/${code}`;
