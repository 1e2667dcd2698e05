import { looked } from './looked.ts';

// The least that can be done: one native look at the links, one at the text.
looked(() => () => {
  const links = document.querySelectorAll('a[href*="chat.whatsapp.com"]').length;
  return links + (document.body.textContent ?? '').indexOf('chat.whatsapp.com');
});
