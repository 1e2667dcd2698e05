/**
 * What a person would point at: a CSS selector, or a role with the name a screen reader says (a part of it will do), or
 * a text on the screen. `inside` narrows the search to another target; `nth` picks one of several, from 0.
 */
export type Target =
  | string
  | ({ readonly selector: string } & Which)
  | ({ readonly role: Role; readonly name?: string } & Which)
  | ({ readonly text: string } & Which)
  | Room;

interface Which {
  readonly inside?: Target;
  readonly nth?: number;
}

/**
 * A tree of its own inside the page, to look for targets in: Latchkey's card (wherever it is; its root is closed to the
 * page), the open shadow root or the document of the frame that `inside` is. Alone it stands for all that is in it.
 */
export interface Room {
  readonly room: 'card' | 'shadow' | 'frame';
  readonly inside?: Target;
}

/** The card that is open on the page. */
export const card: Room = { room: 'card' };

export type Role = keyof typeof roleSelectors;

const typed = ['checkbox', 'radio', 'button', 'submit', 'file', 'range'].map((type) => `:not([type=${type}])`).join('');

const roleSelectors = {
  alert: '[role=alert]',
  alertdialog: '[role=alertdialog]',
  button: 'button:not([role]), summary, [role=button], input[type=submit]',
  checkbox: 'input[type=checkbox]:not([role]), [role=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3, h4, [role=heading]',
  img: 'img, svg[role=img], [role=img]',
  link: 'a[href]:not([role]), [role=link]',
  listbox: '[role=listbox]',
  listitem: 'li, [role=listitem]',
  menuitem: '[role^=menuitem]',
  option: 'option, [role=option]',
  radio: 'input[type=radio], [role=radio], [role=menuitemradio]',
  region: 'section[aria-label], section[aria-labelledby], [role=region]',
  status: '[role=status], output',
  switch: '[role=switch]',
  tab: '[role=tab]',
  textbox: `input${typed}:not([role=combobox]), textarea, [role=textbox], [role=searchbox], input[role=combobox]`,
} as const;

/** A target in words, for messages. */
export function described(target: Target): string {
  if (typeof target === 'string') return target;
  const where = target.inside ? ` in ${described(target.inside)}` : '';
  if ('room' in target) return `the ${target.room}${where}`;
  const which = target.nth === undefined ? '' : ` (number ${target.nth})`;
  return whatOf(target) + which + where;
}

function whatOf(target: Exclude<Target, string | Room>): string {
  if ('selector' in target) return target.selector;
  return 'text' in target ? `the text “${target.text}”` : `${target.role} “${target.name ?? ''}”`;
}

/** A target as steps that need nothing of ours to follow. */
export interface Step {
  readonly room?: Room['room'];
  readonly selector: string;
  readonly name?: string;
  readonly text?: string;
  readonly nth?: number;
}

export function steps(target: Target): Step[] {
  if (typeof target === 'string') return [{ selector: target }];
  const before = target.inside ? steps(target.inside) : [];
  if ('room' in target) return [...before, { selector: '*', room: target.room }];
  const { nth } = target;
  if ('selector' in target) return [...before, { selector: target.selector, nth }];
  if ('text' in target) return [...before, { selector: '*', text: target.text, nth }];
  return [...before, { selector: roleSelectors[target.role], name: target.name, nth }];
}

/** Whether a look has to go where the page itself cannot. */
export function isBehindClosedRoot(target: Target): boolean {
  return steps(target).some(({ room }) => room === 'card');
}
