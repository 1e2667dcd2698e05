const invite = /https?:\/\/chat\.whatsapp\.com\/[\w-]{20,24}/gi;

// As scripts do that read the page’s HTML at each change, and each second for good measure.
const look = () => document.body.innerHTML.match(invite);
new MutationObserver(look).observe(document, { childList: true, subtree: true });
setInterval(look, 1_000);
