import { dressed, fakeCode, type TestPage } from './test-page.ts';

const batch = 50;

/** A feed without an end: fifty posts more at its foot or on its button, the oldest go; every fifth has an invite. */
export function feed(): TestPage {
  const body = `<h1>Neighbourhood</h1>
<main id="feed" aria-busy="false"></main>
<p><button type="button" id="more">Show more</button></p>
<script>${script}</script>`;
  const css = 'article { border-bottom: 1px solid #ccc; padding: 8px 0 }';
  return {
    html: dressed(body, { title: 'Neighbourhood', css }),
    codes: Array.from({ length: batch / 5 }, (_, nth) => feedCode(nth * 5)),
  };
}

/** The code in the nth post, if it is a fifth one. */
export function feedCode(nth: number): string {
  return fakeCode('Feed', nth);
}

// `more()` may be called from a test. Two hundred posts stay on the page.
const script = `
const feed = document.getElementById('feed');
let next = 0;
${fakeCode};
function post(nth) {
  const article = document.createElement('article');
  article.dataset.nth = nth;
  const words = ['Lost cat near the bridge.', 'Vendo bicicleta, quase nova.', 'موعد السوق يوم السبت.'][nth % 3];
  article.append('#' + nth + ' ', words, ' ');
  if (nth % 5 === 0) article.append(invite(nth));
  return article;
}
function invite(nth) {
  const address = 'https://chat.whatsapp.com/' + fakeCode('Feed', nth);
  if (nth % 2) return address;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = 'The group for this';
  return anchor;
}
function more() {
  feed.append(...Array.from({ length: ${batch} }, () => post(next++)));
  while (feed.children.length > 200) feed.firstChild.remove();
}
more();
document.getElementById('more').onclick = more;
addEventListener('scroll', () => {
  if (scrollY + innerHeight > document.documentElement.scrollHeight - 200) more();
});
`;
