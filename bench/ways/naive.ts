import { looked } from './looked.ts';

const invite = /chat\.whatsapp\.com\/(?:invite\/)?[\w-]{20,24}/i;

// The walk that comes to mind first: every text and every link, each held against a pattern.
looked(() => () => {
  const found: Node[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node instanceof HTMLAnchorElement ? node.href : node instanceof Text ? node.data : '';
    if (invite.test(text)) found.push(node);
  }
  return found;
});
