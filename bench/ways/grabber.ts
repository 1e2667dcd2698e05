import { looked } from './looked.ts';

const invite = /^https?:\/\/chat\.whatsapp\.com\/(?:invite\/)?([\w-]{20,24})/i;

// As link grabbers look: every link of the page, its address resolved, each held against a pattern.
looked(() => () => {
  const links = Array.from(document.getElementsByTagName('a'), ({ href, innerText }) => ({ href, innerText }));
  return links.filter(({ href }) => invite.test(href));
});
