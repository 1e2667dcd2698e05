const spellings = [
  ...['chat.whatsapp.com', 'chat%2Ewhatsapp%2Ecom', 'chat%2ewhatsapp%2ecom', 'chat%252Ewhatsapp%252Ecom'],
  ...[
    'web.whatsapp.com/accept',
    'web.whatsapp.com%2Faccept',
    'web.whatsapp.com%2faccept',
    'web.whatsapp.com%252Faccept',
  ],
  // Base64 of the first 24 signs of an address, as Bing has it.
  ...['https://chat.whatsapp.com', 'http://chat.whatsapp.com'].map((start) => btoa(start.slice(0, 24))),
];

/**
 * Match patterns of links that may lead to an invite: the address itself, or one that carries it inside. They say only
 * where the menu is worth showing; the parser says what it is. Browsers match no `whatsapp:` and no `intent:` links here.
 */
export const inviteAddresses: string[] = [
  '*://chat.whatsapp.com/*',
  '*://web.whatsapp.com/*accept*code=*',
  ...spellings.map((spelling) => `*://*/*${spelling}*`),
];
