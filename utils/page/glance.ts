import { allIn, attributeOf, hasIn, type Part, textOf } from './node';

/** `invite` where there may be one, `name` where WhatsApp is only spoken of. */
export type Glance = 'invite' | 'name' | 'nothing';

const named = /hats[aA]pp|HATSAPP/;
const unseen = /[\u00AD\u200B\u2060\uFEFF]/;
const dot = '(?:[.\\u3002\\uFF0E\\uFF61]|%(?:25)*2e)';
/** Any spelling of an address that may be an invite; in base64 too, as Bing has it. The finder knows better. */
const address = `(?:chat|web)${dot}whatsapp${dot}com|whatsapp:/*chat|aHR0cHM6Ly9jaGF0Lndo|aHR0cDovL2NoYXQud2`;
const spelled = new RegExp(address, 'i');
/** The same, or a host that only the browser's own parser can read. */
const leading = new RegExp(`${address}|^\\s*\\w*:?[/\\\\]{2}[^/?#\\\\]*(?:%|[^!-~\\s])`, 'i');

// Each for itself, and with the name of the element where there is one: for a list browsers take several times as long.
const hidingPlaces = [
  ...['[data-href', '[data-url', '[data-link', '[data-clipboard-text', '[onclick', 'a[title', 'a[aria-label'],
  ...['button[formaction', 'form[action', 'option[value'],
].map((place) => `${place}*="hatsapp" i]`);

const everywhere = `a[href*="hatsapp" i],a[href*="%"],${hidingPlaces}`;

/**
 * One native look at a page, or at a part of it. Where nobody speaks of WhatsApp it costs little more than the text and
 * one selector. To look `closely` costs more; it is for small parts, or where WhatsApp is spoken of elsewhere.
 */
export function glance(root: Part | Text, closely: boolean): Glance {
  const part = root instanceof Text ? undefined : root;
  const text = textOf(root instanceof Document ? (root.body ?? root.documentElement) : root);
  const isQuiet = !isWritten(named, text) && !(part && isNamedBeside(part)) && !(part && closely && mayHide(part));
  if (isQuiet) return 'nothing';
  return isSpelled(text) || (part && (isLinked(part) || isHidden(part))) ? 'invite' : 'name';
}

export function isSpelled(text: string): boolean {
  return isWritten(spelled, text);
}

/** Also with signs between the letters that nobody sees. */
function isWritten(what: RegExp, text: string): boolean {
  return what.test(text) || (unseen.test(text) && what.test(text.replaceAll(new RegExp(unseen, 'g'), '')));
}

function isNamedBeside(part: Part): boolean {
  if (part instanceof Document && named.test(`${part.title} ${part.baseURI}`)) return true;
  return hasIn(part, 'a[href*="hatsapp"]');
}

function mayHide(part: Part): boolean {
  return part instanceof Document || hasIn(part, everywhere);
}

function isLinked(part: Part): boolean {
  // A document has its links at hand.
  const links = part instanceof Document ? part.links : allIn(part, 'a[href],area[href]');
  for (const link of links) if (leading.test(attributeOf(link, 'href'))) return true;
  return part instanceof Document && leading.test(part.baseURI);
}

function isHidden(part: Part): boolean {
  return ['a[*|href*="hatsapp"]', ...hidingPlaces].some((place) => allIn(part, place).some(isSpelledIn));
}

function isSpelledIn(element: Element): boolean {
  const names: readonly string[] = Element.prototype.getAttributeNames.call(element);
  return names.some((name) => isSpelled(attributeOf(element, name)));
}
