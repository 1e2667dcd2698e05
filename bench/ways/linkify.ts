import linkifyElement from 'linkify-element';
import { looked } from './looked.ts';

// The package itself, on a copy: it would change the page.
looked(() => {
  const copy = document.body.cloneNode(true);
  return () => copy instanceof HTMLElement && linkifyElement(copy, {}, document);
});
