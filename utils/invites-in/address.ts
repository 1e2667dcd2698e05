import { decoded } from './decoded';
import { invisible } from './noise';
import { wordsWithin } from './text';
import { carriedBy } from './wrappers';

/** Safe Links around a Google redirect around a share button, each with its own encoding: deeper nests were never seen. */
export const deepest = 9;
/** Longer addresses were never seen; it keeps the work on hostile ones in proportion. */
export const longest = 65_536;

/** Without one of these there is no invite, however it is dressed: the name, Bing's base64, a letter in disguise. */
export const hint = /whatsapp|a1aHR0c|%(?:25){0,3}[4-7]|[\u24B6-\u24E9\uFF21-\uFF5A\uD835]/i;

/** What stands where a code should stand, in an address as the browser itself writes it, and how it goes on. */
const own =
  /^(?:https?:\/\/(?:chat\.whatsapp\.com\/(?:invite\/)?|web\.whatsapp\.com\/(?:[^?#]*\/)?accept\/?\?code=)|whatsapp:\/\/chat\/?\?code=)([^/?#&]*)\/?([^?#&:]?)/i;

/** The words that one address leads to: a word is what stands where a code should stand, until it has been measured. */
export function wordsBehind(address: string, base?: string, depth = 0): string[] {
  const text = address.replace(/^[\s\p{DI}]+/u, '');
  // `#` leads nowhere, not even on the invite's own page.
  if (depth > deepest || text.length > longest || !/^[^#]/.test(text)) return [];
  const deeper = (one: string) => wordsBehind(one, undefined, depth + 1);
  if (/^(?:https?|whatsapp|intent):?%/i.test(text)) return deeper(decoded(text));
  if (/^intent:/i.test(text)) return intended(text).flatMap(deeper);
  const url = parsed(text, base);
  if (!url) return [];
  const [ours, part = '', more] = own.exec(url.href) ?? [];
  if (ours) return more ? [] : wordIn(part);
  const { addresses, texts } = carriedBy(url);
  return [...addresses.flatMap(deeper), ...texts.flatMap((one) => wordsWithin(one, depth + 1))];
}

/** Nothing where an address is not WhatsApp's own. */
export function ownPart(address: string): string | undefined {
  return own.exec(parsed(address)?.href ?? '')?.[1];
}

function parsed(address: string, base?: string): URL | null {
  const whole = address.replace(/^(?:\/\/)?(?=(?:chat|web)\.whatsapp\.com[/\\:])/i, 'https://');
  return URL.parse(whole, base) ?? URL.parse(whole);
}

/** A careless linker takes a blank, a full stop or a bracket into the address; `&mode=` often lacks its `?`. */
function wordIn(part: string): string[] {
  return (
    decoded(part)
      .replace(invisible, '')
      .match(/^[\w-]+(?=[^\p{L}\p{N}/@]*(?:[&:]|$))/u) ?? []
  );
}

/** `intent://chat.whatsapp.com/CODE#Intent;scheme=https;…;S.browser_fallback_url=…;end` */
function intended(address: string): string[] {
  const [, scheme = 'https'] = /;scheme=(\w+)/.exec(address) ?? [];
  const [, fallback = ''] = /;S\.browser_fallback_url=([^;]*)/.exec(address) ?? [];
  return [address.slice('intent:'.length).replace(/^\/\//, `${scheme}://`), fallback];
}
