import css from './card.css?inline';

/** The card's footing in the page: the one node we put there, and behind its closed root what only we can reach. */
export interface Stand {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What floats. */
  readonly box: HTMLElement;
  /** What is drawn in it. */
  readonly inner: HTMLElement;
  /** Puts the card on top again, when something of the page has come to lie over it. */
  readonly raise: () => void;
  /** Whether it has been put on top often enough: the page insists on lying over it. */
  readonly isUnder: () => boolean;
}

const mostRaises = 3;

/** Puts the card up in the top layer, empty. The page can see that there is an element, but neither whose nor what for. */
export function standFor(near: Element | undefined): Stand {
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  const scroller = document.createElement('div');
  const inner = document.createElement('div');
  // Not a stop of its own for the Tab key: there is something to stop at in it.
  scroller.tabIndex = -1;
  scroller.append(inner);
  box.append(scroller);
  root.append(box);
  dress(root);
  roomFor(near).append(host);
  host.showPopover();
  let raises = 0;

  function raise(): void {
    raises += 1;
    if (raises > mostRaises) return;
    const focused = root.activeElement;
    host.hidePopover();
    host.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  return { host, root, box, inner, raise, isUnder: () => raises > mostRaises };
}

/** Constructed sheets and those of our own hand are not the page's, so its policy does not hold for them. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox gives a content script no sheet that fits a root of the page.
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
}

/** Beside an open dialog everything else is inert, and a menu of the page closes on a click outside it. */
function roomFor(near: Element | undefined): Element {
  for (let at = near; at; at = hostAround(at)) {
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
export function isLost({ host }: Pick<Stand, 'host'>): boolean {
  if (!host.isConnected || !host.matches(':popover-open') || host.closest('[inert]')) return true;
  const modal = Array.from(document.querySelectorAll(':modal'));
  return modal.length > 0 && !modal.some((dialog) => dialog.contains(host) || dialog.matches(':fullscreen'));
}

const ours = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'wheel', 'keydown', 'keyup', 'keypress', 'input', 'change', 'focusin', 'focusout'],
];

/** Keeps what is done in the card from the page's own shortcuts, menus and traps. */
export function keepEventsIn({ root }: Pick<Stand, 'root'>, signal: AbortSignal): void {
  for (const type of ours) root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}
