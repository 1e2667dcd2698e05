import { type InviteCode, inviteCodesBehind, inviteCodesIn } from '../invite-link';
import { attributeOf, attributesOf, tagOf } from './tree';

/** Attributes that hold one address, which the browser would open as it stands. */
const addresses = new Set(['href', 'xlink:href', 'action', 'formaction', 'src', 'data', 'cite']);
/** Attributes that nobody reads, or that say what one might type. */
const unread = new Set([
  ...['class', 'id', 'style', 'name', 'for', 'pattern', 'placeholder', 'aria-placeholder', 'data-placeholder'],
  ...['slot', 'part', 'exportparts', 'itemtype', 'itemid', 'itemprop', 'rel', 'type', 'nonce', 'integrity'],
]);
/** `chat.whatsapp.com/` and a code. */
export const shortest = 40;

/** The codes in an element's attributes. Nearly all are read: people hide links in `onclick`, in `data-…`, in JSON. */
export function codesInAttributes(element: Element, tag: string, base: string | undefined): readonly InviteCode[] {
  if (tag === 'meta') return codesInRefresh(element);
  const isField = fields.has(tag);
  let found: readonly InviteCode[] = isField ? codesInField(element) : none;
  for (const name of attributesOf(element)) {
    if (unread.has(name) || (isField && name === 'value')) continue;
    const value = attributeOf(element, name) ?? '';
    if (addresses.has(name)) found = [...found, ...inviteCodesBehind(value, base)];
    else if (value.length >= shortest) found = [...found, ...inviteCodesIn(value)];
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

const none: readonly InviteCode[] = [];
const fields = new Set(['input', 'textarea']);

/** What a field holds now, which its attribute may not say; a password is nobody's business. */
function codesInField(field: Element): readonly InviteCode[] {
  const value: unknown = kindOf(field) === 'password' ? '' : Reflect.get(field, 'value');
  return typeof value === 'string' && value.length >= shortest ? inviteCodesIn(value) : [];
}

/** The codes in `<meta http-equiv="refresh" content="0; url=…">`; of other metadata nobody sees anything. */
function codesInRefresh(meta: Element): readonly InviteCode[] {
  const isRefresh = attributeOf(meta, 'http-equiv')?.toLowerCase() === 'refresh';
  return isRefresh ? inviteCodesIn(attributeOf(meta, 'content') ?? '') : [];
}

/** Whether an element is one that people type in. */
export function isTypedIn(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  if (editable !== null) return editable.toLowerCase() !== 'false';
  const tag = tagOf(element);
  if (tag !== 'textarea' && (tag !== 'input' || presses.has(kindOf(element)))) return false;
  return attributeOf(element, 'readonly') === null && attributeOf(element, 'disabled') === null;
}

const presses = new Set(['button', 'submit', 'reset', 'image', 'hidden', 'checkbox', 'radio']);

function kindOf(field: Element): string {
  return attributeOf(field, 'type')?.toLowerCase() ?? '';
}
