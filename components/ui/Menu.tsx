import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

export interface MenuItem {
  readonly id: string;
  readonly label: ComponentChildren;
  /** The one that is in force. */
  readonly checked?: boolean;
  /** Stands apart from what is above it. */
  readonly apart?: boolean;
}

interface MenuProps {
  readonly label: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
  readonly class?: string;
  /** The edge of the button that the menu keeps to. */
  readonly align?: 'start' | 'end';
  readonly disabled?: boolean;
}

/** A button with a menu: arrows, Home, End and first letters move, Esc and Tab close. */
export function Menu({ label, items, onChoose, class: look = '', align = 'end', disabled = false }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: string) => {
    close();
    onChoose(item);
  };
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <div class="menu-holder">
      <button
        ref={button}
        type="button"
        class={`button ${look}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={openByArrow}
      >
        {label}
        <Icon name="down" />
      </button>
      {open && <List id={id} items={items} align={align} choose={choose} close={close} leave={() => setOpen(false)} />}
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly items: readonly MenuItem[];
  readonly align: 'start' | 'end';
  readonly choose: (id: string) => void;
  readonly close: () => void;
  readonly leave: () => void;
}

function List({ id, items, align, choose, close, leave }: ListProps) {
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
