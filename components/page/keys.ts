import type { Reached } from '../../utils/page/presence';
import { focus, type Stand } from './stand';

interface Keys {
  /** The invite that the card belongs to, with what of it can have the focus. */
  readonly reached: () => Reached;
  readonly escaped: () => void;
  /** The focus goes to the invite for a moment, and on from there. */
  readonly passedOn: (element: HTMLElement) => void;
}

/** Esc closes. Tab leads from the invite into the card, through it, and on behind the invite; Shift+Tab back. */
export function listenToKeys({ root, box, over }: Stand, { reached, escaped, passedOn }: Keys): void {
  function pressed(event: KeyboardEvent): void {
    const { key, isTrusted, isComposing, ctrlKey, altKey, metaKey } = event;
    if (!isTrusted || isComposing || ctrlKey || altKey || metaKey) return;
    const goal = key === 'Tab' ? tabbedTo(event) : undefined;
    if (!goal && key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (goal) focus(goal);
    else escaped();
  }

  /** Where Tab leads; nothing, where the browser knows as much. */
  function tabbedTo({ shiftKey }: KeyboardEvent): Element | undefined {
    const { element } = reached();
    if (!element) return undefined;
    const at = root.activeElement;
    const stops = [...box.querySelectorAll('button, input')].filter((one) => one.checkVisibility());
    if (shiftKey) return at && stops.indexOf(at) <= 0 ? element : undefined;
    if (!at) return element.matches(':focus, :focus-within') ? stops[0] : undefined;
    if (at !== stops.at(-1)) return undefined;
    passedOn(element);
    // From there the browser's own next step leads behind the invite.
    focus(element);
    return undefined;
  }

  addEventListener('keydown', pressed, { capture: true, signal: over });
}
