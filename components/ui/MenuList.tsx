import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import type { MenuItem, OpenMenu } from './Menu';

interface MenuListProps extends OpenMenu {
  readonly items: readonly MenuItem[];
  readonly choose: (id: string) => void;
}

/** The open menu: it takes the focus, and gives it back to its button. */
export function MenuList({ id, items, align, choose, close, leave }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!list.current) return;
    list.current.showPopover();
    place(list.current, align);
    const buttons = itemsOf(list.current);
    (buttons.find((item) => item.ariaChecked === 'true') ?? buttons[0])?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return leave();
    if (event.key === 'Escape') close();
    else if (!move(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    const holder = list.current?.parentElement;
    if (!(relatedTarget instanceof Node && holder?.contains(relatedTarget))) leave();
  };
  return (
    <div
      ref={list}
      id={id}
      class="menu floats"
      popover="manual"
      role="menu"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      {items.map((item) => [
        item.apart && <hr key={`${item.id}-apart`} />,
        <button
          key={item.id}
          type="button"
          role="menuitemradio"
          aria-checked={item.checked === true}
          tabIndex={-1}
          onClick={() => choose(item.id)}
        >
          <span class="menu-mark">{item.checked && <Icon name="check" />}</span>
          {item.label}
        </button>,
      ])}
    </div>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

const gapPx = 4;
const edgePx = 8;

/** Puts the menu below its button, or above where there is no room below, and never outside the window. */
function place(list: HTMLElement, align: 'start' | 'end'): void {
  const button = list.parentElement?.getBoundingClientRect();
  if (!button) return;
  const { offsetWidth: width, offsetHeight: height } = list;
  const atLeft = (align === 'start') === (getComputedStyle(list).direction === 'ltr');
  const below = button.bottom + gapPx;
  const top = below + height + edgePx <= innerHeight ? below : button.top - gapPx - height;
  list.style.left = `${within(atLeft ? button.left : button.right - width, innerWidth - width)}px`;
  list.style.top = `${within(top, innerHeight - height)}px`;
}

function within(px: number, most: number): number {
  return Math.max(edgePx, Math.min(px, most - edgePx));
}

/** Moves the focus as a key asks; false where it asks for nothing of a menu. */
function move(event: KeyboardEvent & { readonly currentTarget?: EventTarget | null }): boolean {
  if (!(event.currentTarget instanceof HTMLElement)) return false;
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = target(event.key, at, items);
  next?.focus();
  return next !== undefined;
}

function target(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLocaleLowerCase();
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
}
