import { attributeOf, elements, nameOf } from './node';
import { closestOf } from './tree';

/** What hides all that is in it. */
const hiding = 'template,noscript,title';
/** These hold nothing but what is not for people to read. */
const mute = new Set(`${hiding},script,style,link,base`.split(','));
/** What shows something else than its texts. */
const wordless = `${hiding},textarea,iframe,noframes,noembed`;

/** Whether it is not for people to read. */
export const isMute = (element: Element | null): boolean => element !== null && mute.has(nameOf(element));

/** Whether what an element leads to, or else what is `written` in it, is not for people to see; or what they may be typing. */
export function isOut(element: Element, written: boolean, exceptTyped = false): boolean {
  if (isMute(element)) return true;
  const unread = written ? wordless : hiding;
  // Nearly everything stands in none of all these.
  const inAny = closestOf(element, `${unread},[contenteditable]`) !== null;
  if (inAny && closestOf(element, unread) !== null) return true;
  return exceptTyped && (inAny ? isTypedIn(element) : isField(element));
}

/** Whether an element is one that people type in, or stands in one. The nearest says it: there may be islands in it. */
export function isTypedIn(element: Element): boolean {
  const editable = closestOf(element, '[contenteditable]');
  if (editable && attributeOf(editable, 'contenteditable').toLowerCase() !== 'false') return true;
  const field = closestOf(element, 'textarea,input');
  return field !== null && isField(field);
}

const pressed = /^(?:button|submit|reset|image|hidden|checkbox|radio)$/;

function isField(element: Element): boolean {
  if (nameOf(element) !== 'textarea' && nameOf(element) !== 'input') return false;
  return elements.matches.call(element, ':not([readonly],[disabled])') && !pressed.test(typeOf(element));
}

export const typeOf = (field: Element): string => attributeOf(field, 'type').toLowerCase();
