import { hasIn, isElement, textOf } from './node';

const named = /hatsapp/i;
/** Signs that nobody sees. */
const unseen = ['\u00AD', '\u200B', '\u2060', '\uFEFF'];
/**
 * What may be an invite, in whatever spelling; in base64 too, as Bing has it; or, at the beginning of a text or of an
 * attribute, a host that only the browser's own parser can read. The finder knows better.
 */
const address =
  /(chat|web).{1,9}whatsapp.{1,9}com|whatsapp:.{0,9}chat|aHR0c(HM6Ly9jaGF0|DovL2NoYXQ)|(^|")\s*\w*:?[/\\]{2}[^/?#\\"]*(%|[\u24B6-\u24E9\uFF21-\uFF5A\uD835])/i;

/** Whether WhatsApp is spoken of in a text. */
export const isNamedIn = (text: string): boolean => named.test(seen(text));

export const isAddress = (text: string): boolean => address.test(seen(text));

/**
 * Whether there may be an invite in some elements and texts, which say `text` together, or WhatsApp is only spoken of. Where
 * nobody does it costs one look at what they say and one selector each. To look `closely`, at every attribute too, costs more;
 * it is for where WhatsApp is spoken of elsewhere.
 */
export function glance(some: readonly Node[], text: string, closely: boolean): 'invite' | 'name' | undefined {
  const isNamed = isNamedIn(text) || some.some((node) => isElement(node) && hasIn(node, 'a[href*="hatsapp"]'));
  if (!isNamed && !closely) return undefined;
  const said = (node: Node) => (some.length > 1 ? textOf(node) : text);
  if (some.some((node) => isAddress(said(node)) || isAddress(written(node)))) return 'invite';
  return isNamed ? 'name' : undefined;
}

/** Most texts know no such sign, and say so at once: a regular expression would read them to the end. */
function seen(text: string): string {
  return unseen.reduce((some, sign) => some.replaceAll(sign, ''), text);
}

/** As it stands in the source of the page, attributes and all. */
const written = (node: Node): string => new XMLSerializer().serializeToString(node);
