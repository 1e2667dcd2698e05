/** The code in what a person or a client may send: a bare code or any form of the link. */
export function codeIn(text: string): string {
  const plain = text.trim().replace(/[?#].*$/s, '');
  return plain.slice(plain.lastIndexOf('/') + 1);
}

export function linkOf(code: string): string {
  return `https://chat.whatsapp.com/${code}`;
}
