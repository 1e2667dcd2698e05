import { bareCode, type InviteCode } from '../invite-link';
import { inviteCodesBehind, inviteCodesIn } from '../invites-in/codes';
import { allIn, attributeOf, listIn, nameOf } from './node';
import { attributesOf, closestOf } from './tree';

/** Attributes that hold one address, which the browser would open as it stands. */
const addresses = /^(?:(?:xlink:)?href|(?:form)?action|src|data|cite)$/;
/** Attributes that nobody reads, or that say what one might type. */
const unread =
  /^(?:class|id|style|name|for|pattern|(?:aria-|data-)?placeholder|slot|part|exportparts|item(?:type|id|prop)|rel|type|nonce|integrity)$/;
const spelled = '*="hatsapp" i]';
const links = `a[href${spelled}`;
/**
 * Where invites stand beside the text, of no more kinds of element than is likely: each is one more walk through the page
 * for the browser, but for `data-…`, which it knows the page has not.
 */
const places = (
  'area[href,svg a[*|href,[onclick,a[title,a[aria-label,img[alt,button[formaction,form[action,option[value,' +
  '[data-href,[data-url,[data-link,[data-clipboard-text,[data-expanded-url,[data-text'
)
  .split(',')
  .map((place) => place + spelled);
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
  // Where addresses are relative to WhatsApp's own, any of them may lead to an invite without saying so.
  yield* allIn(root, isLarge(root) && !/whatsapp/i.test(base) ? links : '*');
}

/**
 * Those in a large page that may lead to one by something else than a plain link: in the usual attributes, and in those that
 * elements here and there have. One selector for each, for the browser skips what it knows the page has not.
 */
export function* unlikelyIn(root: Element): Elements {
  if (!isLarge(root)) return;
  const selectors = new Set([...places, coded, 'input', 'textarea', 'meta']);
  const all = listIn(root);
  for (let nth = 0, one = all.item(0); one; nth = Math.ceil((nth + 1) * sparser), one = all.item(nth))
    for (const name of attributesOf(one))
      if (name !== 'href' && !unread.test(name)) selectors.add(`[${CSS.escape(name)}${spelled}`);
  for (const selector of selectors) {
    yield* allIn(root, selector);
    yield;
  }
}

type Elements = Generator<Element | undefined, void>;

/** The codes in an element's attributes. Nearly all are read: people hide links in `onclick`, in `data-…`, in JSON. */
export function codesInAttributes(element: Element, base: string): readonly InviteCode[] {
  const tag = nameOf(element);
  // Of other metadata nobody sees anything.
  if (tag === 'meta' && attributeOf(element, 'http-equiv').toLowerCase() !== 'refresh') return [];
  const isField = /^(?:input|textarea)$/.test(tag);
  const found = isField ? codesInText(heldIn(element)) : [];
  for (const name of attributesOf(element)) {
    if (unread.test(name) || (isField && name === 'value')) continue;
    const value = attributeOf(element, name);
    found.push(...(addresses.test(name) ? codesBehind(value, base) : codesInText(value)));
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

/** Nearly all addresses are the plain one, and none is parsed for that. */
function codesBehind(address: string, base: string): readonly InviteCode[] {
  const [, word] = /^https:\/\/chat\.whatsapp\.com\/(\w{22})(?:[?#]|$)/.exec(address) ?? [];
  const code = word && bareCode(word);
  return code ? [code] : inviteCodesBehind(address, base);
}

const codesInText = (text: string): InviteCode[] => (text.length < shortest ? [] : inviteCodesIn(text));

/** What a field holds now, which its attribute may not say; a password is nobody's business. */
function heldIn(field: Element): string {
  const value: unknown = kindOf(field) === 'password' ? '' : Reflect.get(field, 'value');
  return typeof value === 'string' ? value : '';
}

/** Whether an element is one that people type in, or stands in one. The nearest says it: there may be islands in it. */
export function isTypedIn(element: Element): boolean {
  const editable = closestOf(element, '[contenteditable]');
  if (editable && attributeOf(editable, 'contenteditable').toLowerCase() !== 'false') return true;
  const field = closestOf(element, 'textarea:not([readonly],[disabled]),input:not([readonly],[disabled])');
  return field !== null && !/^(?:button|submit|reset|image|hidden|checkbox|radio)$/.test(kindOf(field));
}

const kindOf = (field: Element): string => attributeOf(field, 'type').toLowerCase();
