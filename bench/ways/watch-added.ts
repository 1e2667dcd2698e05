const host = 'chat.whatsapp.com';

// Looks at exactly what was added: the least that finds anything at all on a page that grows.
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) look(node);
}).observe(document, { childList: true, subtree: true });

function look(node: Node): boolean {
  const links = node instanceof Element ? node.querySelectorAll(`a[href*="${host}"]`).length : 0;
  return links > 0 || (node.textContent ?? '').includes(host);
}
