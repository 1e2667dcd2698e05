import { phrase } from '../../utils/words';
import css from './card.css?inline';
import { make, set } from './make';

/** The card's footing in the page: the one node we put there, and behind its closed root what only we can reach. */
export interface Stand {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What floats. */
  readonly box: HTMLElement;
  /** What is drawn in it. */
  readonly inner: HTMLElement;
  /** When it is put away. */
  readonly over: AbortSignal;
  /** Puts the card on top again, when something of the page has come to lie over it. */
  readonly raise: () => void;
  /** Whether it has been put on top often enough: the page insists on lying over it. */
  readonly isUnder: () => boolean;
  /** Draws something anew. When what had the focus is drawn no more, the card has it rather than the page. */
  readonly redraw: (draw: () => void) => void;
}

const mostRaises = 3;

/** Puts the card up in the top layer, empty. The page can see that there is an element, but neither whose nor what for. */
export function standFor(near: Element, over: AbortSignal): Stand {
  const inner = make('div', '');
  // Neither is a stop of its own for the Tab key: there is something to stop at within.
  const box = set(make('div', 'card', set(make('div', '', inner), { tabIndex: -1 })), { tabIndex: -1 });
  const host = set(make('div', ''), { popover: 'manual' });
  const root = host.attachShadow({ mode: 'closed' });
  let raises = 0;

  function raise(): void {
    raises += 1;
    if (raises > mostRaises) return;
    const focused = root.activeElement;
    host.hidePopover();
    host.showPopover();
    focus(focused);
  }

  function redraw(draw: () => void): void {
    const focused = root.activeElement;
    draw();
    if (focused?.checkVisibility() === false) focus(box);
  }

  const [lang, dir, ariaLabel] = [phrase('catalogueLanguage'), phrase('catalogueDirection'), phrase('cardTitle')];
  set(box, { role: 'dialog', ariaLabel, lang, dir });
  root.append(make('style', '', css), box);
  keepEventsIn(root);
  roomFor(near).append(host);
  host.showPopover();
  return { host, root, box, inner, over, raise, isUnder: () => raises > mostRaises, redraw };
}

export function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

/** Keeps what is done in the card from the page's own shortcuts, menus and traps: every event that elements know. */
function keepEventsIn(root: ShadowRoot): void {
  const types = ['onfocusin', 'onfocusout'];
  for (const name in root.host) if (name.startsWith('on')) types.push(name);
  for (const type of types) root.addEventListener(type.slice(2), (event) => event.stopPropagation(), { passive: true });
}

/** Beside an open dialog everything else is inert, and a menu of the page closes on a click outside it. */
function roomFor(near: Element): Element {
  for (let at: Element | undefined = near; at; at = hostAround(at)) {
    // Asked of the prototypes: in Chromium a field of a form can stand in the way of the form's own.
    const room = Element.prototype.closest.call(at, ':modal, :popover-open');
    if (room) return room;
  }
  return document.documentElement;
}

function hostAround(element: Element): Element | undefined {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Whether the page has taken the card out, switched it off, or opened a dialog beside which all else is inert. */
export function isLost({ host }: Stand): boolean {
  if (!host.matches(':popover-open') || host.closest('[inert]')) return true;
  const modal = [...document.querySelectorAll(':modal')];
  return modal.length > 0 && !modal.some((dialog) => dialog.contains(host) || dialog.matches(':fullscreen'));
}
