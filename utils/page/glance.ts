import { hasIn, isElement, textOf } from './node';

const named = /hats[aA]pp|HATSAPP/;
/** Signs that nobody sees. */
const unseen = [0xad, 0x200b, 0x2060, 0xfeff].map((sign) => String.fromCharCode(sign));
/**
 * What may be an invite, in whatever spelling; in base64 too, as Bing has it; or, at the beginning of a text or of an
 * attribute, a host that only the browser's own parser can read. The finder knows better.
 */
const address =
  /(chat|web).{1,9}whatsapp.{1,9}com|whatsapp:.{0,9}chat|aHR0c(HM6Ly9jaGF0|DovL2NoYXQ)|(^|")\s*\w*:?[/\\]{2}[^/?#\\"]*(%|[\u24B6-\u24E9\uFF21-\uFF5A\uD835])/i;

/** Whether WhatsApp is spoken of in a text. */
export const isNamedIn = (text: string): boolean => named.test(text);

export const isAddress = (text: string): boolean => address.test(text);

/**
 * Whether there may be an invite in an element or a text, or WhatsApp is only spoken of. Where nobody does it costs one look
 * at the text and one selector. To look `closely`, at every attribute too, costs more; it is for where WhatsApp is spoken of
 * elsewhere.
 */
export function glance(node: Element | Text, closely: boolean): 'invite' | 'name' | undefined {
  // Most texts know no such sign, and say so at once: a regular expression would read them to the end.
  const text = unseen.reduce((some, sign) => (some.includes(sign) ? some.replaceAll(sign, '') : some), textOf(node));
  const isNamed = isNamedIn(text) || (isElement(node) && hasIn(node, 'a[href*="hatsapp"]'));
  if (!isNamed && !closely) return undefined;
  return isAddress(text) || isAddress(written(node)) ? 'invite' : isNamed ? 'name' : undefined;
}

/** As it stands in the source of the page, attributes and all. */
const written = (node: Node): string => new XMLSerializer().serializeToString(node);
