import { looked } from './looked.ts';

const host = 'chat.whatsapp.com';
const invite = /chat\.whatsapp\.com\/([A-Za-z\d]{22})/g;

// The least that finds and marks: the look itself, one walk over the texts by their lengths, and a mark each. It knows no
// place where nobody sees a link, or writes one, no link in pieces or in disguise, and keeps nothing of what it has found.
looked(() => () => {
  const links = document.querySelectorAll(`a[href*="${host}"]`);
  const text = document.body.textContent ?? '';
  if (links.length === 0 && !text.includes(host)) return;
  const marks = new Highlight();
  CSS.highlights.set('plainest', marks);
  for (const on of links) {
    const code = (on.getAttribute('href') ?? '').match(invite);
    if (code) mark(marks, on, 0, on.childNodes.length);
  }
  const places = Array.from(text.matchAll(invite), ({ index }) => index);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let [at, next] = [0, 0];
  for (let node = walker.nextNode(); node && next < places.length; node = walker.nextNode()) {
    const { length } = node as Text;
    for (let place = places[next] ?? 0; place < at + length && next < places.length; place = places[++next] ?? 0)
      mark(marks, node, place - at, Math.min(length, place - at + host.length + 23));
    at += length;
  }
});

function mark(marks: Highlight, on: Node, startOffset: number, endOffset: number): void {
  marks.add(new StaticRange({ startContainer: on, startOffset, endContainer: on, endOffset }));
}
