// About the smallest script that anybody would put into every page: it looks once and waits for changes.
const host = 'chat.whatsapp.com';
const { runtime } = Reflect.get(globalThis, 'chrome');

requestIdleCallback(() => {
  const links = document.querySelectorAll(`a[href*="${host}"]`).length;
  if (links > 0 || (document.body.textContent ?? '').includes(host)) runtime.sendMessage({ seen: true });
  new MutationObserver(() => {}).observe(document, { childList: true, subtree: true });
});
