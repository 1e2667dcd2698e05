import { hostileScript } from './hostile-script.ts';
import { fakeCode, groupsHere, type TestPage, type Visit } from './test-page.ts';

/**
 * A page that means harm. Its names and traps stand from the start; what it does (`hostile-script.ts`) begins by itself,
 * or with `?calm` when `hostile.start(…)` is called, and ends with `hostile.stop()`.
 */
export function hostile({ world, query }: Visit): TestPage {
  const names = ['Garden Swap Toulouse', 'Full House Poker'];
  const [lure, swapped] = names.map((name) => groupsHere(world).find((group) => group.name === name)?.code ?? '');
  const codes = [String(lure), ...Array.from({ length: 20 }, (_, nth) => fakeCode('Bad', nth))];
  const links = codes.map(
    (code, nth) => `<p><a id="link-${nth}" href="https://chat.whatsapp.com/${code}">Win ${nth}</a></p>`,
  );
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>You have won</title>
<style>body { font: 16px/1.5 sans-serif; margin: 2rem }</style>
<body>
<h1>You have won</h1>
${clobbering}
${links.join('\n')}
<div id="flood"></div>
<script nonce="own">${hostileScript({ lure: String(lure), swapped: String(swapped), calm: query.has('calm') })}</script>
</body>
</html>
`;
  const policy =
    "default-src 'none'; script-src 'nonce-own'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";
  return { html, headers: { 'content-security-policy': policy }, codes };
}

/** Names that stand in the way of `form.parentNode`, `document.body`, `window.chrome` and the like. */
const clobbering = `<form id="querySelectorAll" name="querySelectorAll">
${['attributes', 'parentNode', 'action', 'children', 'childNodes', 'nodeType', 'tagName', 'localName', 'textContent']
  .map((name) => `<input type="hidden" name="${name}" value="x">`)
  .join('')}
<a id="body" href="#">body</a></form>
<form name="body"><input type="hidden" name="querySelectorAll"><input type="hidden" name="shadowRoot"></form>
${['chrome', 'browser', 'latchkey', 'CSS', 'location', 'createElement', 'documentElement', 'head', 'links']
  .map((name) => `<img id="${name}" name="${name}" alt="">`)
  .join('')}`;
