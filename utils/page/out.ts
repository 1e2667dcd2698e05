import { attributeOf, elements, nameOf } from './node';
import { closestOf } from './tree';

/** These hold nothing but what is not for people to read. */
const mute = new Set('template noscript title script style link base'.split(' '));
const edited = ',[contenteditable]';
/** What hides all that is in it; written out, for the browser knows such a text again at once. */
const hiding = 'template,noscript,title,[contenteditable]';
/** What shows something else than its texts, besides. */
const wordless = 'template,noscript,title,textarea,iframe,noframes,noembed,[contenteditable]';

/** Whether it is not for people to read. */
export const isMute = (element: Element | null): boolean => element !== null && mute.has(nameOf(element));

/** Whether what an element leads to, or else what is `written` in it, is not for people to see; or what they may be typing. */
export function isOut(element: Element, written: boolean, exceptTyped = false): boolean {
  if (isMute(element)) return true;
  const any = written ? wordless : hiding;
  // Nearly everything stands in none of all these.
  const inAny = closestOf(element, any) !== null;
  if (inAny && closestOf(element, any.replace(edited, '')) !== null) return true;
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
