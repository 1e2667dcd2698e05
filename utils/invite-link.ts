declare const brand: unique symbol;

/** 22 letters and digits: what stands behind `chat.whatsapp.com/`. Made only by the parsers of this file. */
export type InviteCode = string & { readonly [brand]: 'InviteCode' };

const host = 'chat.whatsapp.com';
const shape = /^[A-Za-z0-9]{22}$/;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** The code itself, if `text` is nothing but a code. A code of one repeated sign is a placeholder out of somebody's docs. */
export function bareCode(text: string): InviteCode | undefined {
  return shape.test(text) && new Set(text).size > 3 ? (text as InviteCode) : undefined;
}

/** The link people know, for a code. */
export function inviteUrl(code: InviteCode): string {
  return `https://${host}/${code}`;
}

/**
 * The code that one address leads to: `https://chat.whatsapp.com/[invite/]CODE`, `web.whatsapp.com/accept?code=CODE`,
 * `whatsapp://chat?code=CODE`, or the first without its scheme. Queries and fragments are dropped.
 */
export function inviteCode(address: string, base?: string): InviteCode | undefined {
  const text = address.replace(invisible, '').trim();
  const url = parsed(/^chat\.whatsapp\.com[/:]/i.test(text) ? `https://${text}` : text, base);
  if (!url) return undefined;
  if (url.protocol === 'whatsapp:') return appLink(url);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return undefined;
  if (url.hostname === host && !url.port) return fromPath(url.pathname);
  if (url.hostname === 'web.whatsapp.com' && /^\/accept\/?$/.test(url.pathname)) return fromQuery(url);
  return undefined;
}

function parsed(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

function appLink(url: URL): InviteCode | undefined {
  return url.host === 'chat' ? fromQuery(url) : undefined;
}

function fromQuery(url: URL): InviteCode | undefined {
  return bareCode(url.searchParams.get('code') ?? '');
}

function fromPath(path: string): InviteCode | undefined {
  return bareCode(/^\/(?:invite\/)?([^/]+)\/?$/.exec(path)?.[1] ?? '');
}
