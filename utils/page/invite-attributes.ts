import type { InviteCode } from '../invite-link';
import { plainlyBehind, plainlyIn } from '../invites-in/plain';
import { allIn, attributeOf, listIn, nameOf } from './node';
import { typeOf } from './out';
import type { Reader } from './reader';
import { attributesOf } from './tree';

/** Attributes that hold one address, which the browser would open as it stands. */
const addresses = /^(?:(?:xlink:)?href|(?:form)?action|src|data|cite)$/;
/** Attributes that nobody reads, or that say what one might type. */
const unread =
  /^(?:class|id|style|name|for|pattern|(?:aria-|data-)?placeholder|slot|part|exportparts|item(?:type|id|prop)|rel|type|nonce|integrity)$/;
const spelled = '*="hatsapp" i]';
/** In a drawing a link has its address under another name. */
const links = `a[*|href${spelled}`;
/**
 * Where invites stand beside the text, of no more kinds of element than is likely: each is one more walk through the page
 * for the browser, but for `data-…`, which it knows the page has not. What may stand around others comes first.
 */
const places = (
  '[onclick,[data-href,[data-url,[data-link,[data-clipboard-text,[data-expanded-url,[data-text,form[action,' +
  'a[title,a[aria-label,area[href,button[formaction,option[value,img[alt'
)
  .split(',')
  .map((place) => place + spelled);
/** A code, where all before it is said by the page's own address. */
const briefest = 22;
/** `chat.whatsapp.com/` and a code. */
const shortest = 40;
const few = 2_000;
const sparser = 1.03;

const coded = 'a[href*="a1aHR0c"]';

/** Any of the usual places. */
export const anyPlace = `${links},${places},${coded},a[href*="%"]`;

/** Whether an element has so much in it that the browser must tell what is worth reading. */
export const isLarge = (root: Element): boolean => listIn(root).item(few) !== null;

/** The elements that most likely lead to an invite; of few elements that is each. */
export function* likelyIn(root: Element, base: string): Elements {
  yield root;
  yield;
  // Where addresses are relative to WhatsApp's own, any of them may lead to an invite without saying so.
  const all = allIn(root, isLarge(root) && !/whatsapp/i.test(base) ? links : '*');
  // That was the browser's dearest walk; code that runs for the first time comes after it.
  yield;
  yield* all;
}

/**
 * Those in a large page that may lead to one by something else than a plain link: in the usual attributes, and in those that
 * elements here and there have. One selector for each, for the browser skips what it knows the page has not.
 */
export function* unlikelyIn(root: Element): Elements {
  if (!isLarge(root)) return;
  for (const selector of [...places, coded, 'input', 'textarea', 'meta']) {
    yield* allIn(root, selector);
    yield;
  }
  const names = new Set(['href']);
  const all = listIn(root);
  for (let nth = 0, one = all.item(0); one; nth = Math.ceil((nth + 1) * sparser), one = all.item(nth))
    for (const name of attributesOf(one)) {
      if (names.has(name) || unread.test(name)) continue;
      names.add(name);
      const selector = `[${CSS.escape(name)}${spelled}`;
      if (!places.includes(selector)) yield* allIn(root, selector);
      yield;
    }
}

type Elements = Generator<Element | undefined, void>;

/** The codes in an element's attributes. Nearly all are read: people hide links in `onclick`, in `data-…`, in JSON. */
export function codesInAttributes(element: Element, base: string, reader: Reader): readonly InviteCode[] {
  const tag = nameOf(element);
  // Of other metadata nobody sees anything.
  if (tag === 'meta' && attributeOf(element, 'http-equiv').toLowerCase() !== 'refresh') return none;
  const isField = tag === 'input' || tag === 'textarea';
  let found = isField ? codesInText(heldIn(element), reader) : none;
  for (const name of attributesOf(element)) {
    const value = attributeOf(element, name);
    if (value.length < briefest || unread.test(name) || (isField && name === 'value')) continue;
    const more = addresses.test(name)
      ? (plainlyBehind(value, base) ?? reader.codesBehind(value, base))
      : codesInText(value, reader);
    if (more.length > 0) found = found.length > 0 ? [...new Set([...found, ...more])] : more;
  }
  return found;
}

const none: readonly InviteCode[] = [];

function codesInText(text: string, reader: Reader): readonly InviteCode[] {
  if (text.length < shortest) return none;
  return plainlyIn(text)?.map(({ code }) => code) ?? reader.codesIn(text);
}

/** What a field holds now, which its attribute may not say; a password is nobody's business. */
function heldIn(field: Element): string {
  const value: unknown = typeOf(field) === 'password' ? '' : Reflect.get(field, 'value');
  return typeof value === 'string' ? value : '';
}
