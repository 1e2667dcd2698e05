import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { later } from './later';
import { onDemand } from './on-demand';

export interface MenuItem {
  readonly id: string;
  readonly label: ComponentChildren;
  /** The one that is in force. */
  readonly checked?: boolean;
  /** Stands apart from what is above it. */
  readonly apart?: boolean;
}

/** What an open menu needs of its button. */
export interface OpenMenu {
  readonly id: string;
  readonly align: 'start' | 'end';
  readonly close: () => void;
  readonly leave: () => void;
}

interface MenuProps {
  readonly label: ComponentChildren;
  /** Draws the open menu; see `menuOf` for one of plain items. */
  readonly children: (open: OpenMenu) => ComponentChildren;
  readonly class?: string;
  /** The edge of the button that the menu keeps to. */
  readonly align?: 'start' | 'end';
  readonly disabled?: boolean;
}

/** Read when a menu is about to be opened, or before. */
export const menuList = onDemand(() => import('./MenuList'));
const MenuList = later(menuList, (all) => all.MenuList, { takesKeys: true });

/** A menu of items. */
export function menuOf(items: readonly MenuItem[], onChoose: (id: string) => void): MenuProps['children'] {
  return (open) => {
    const choose = (id: string) => {
      open.close();
      onChoose(id);
    };
    return <MenuList {...open} items={items} choose={choose} />;
  };
}

/** A button with a menu: arrows, Home, End and first letters move, Esc and Tab close. */
export function Menu({ label, children: drawn, class: look = '', align = 'end', disabled = false }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
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
        onPointerEnter={menuList.read}
        onFocus={menuList.read}
        onClick={() => setOpen(!open)}
        onKeyDown={openByArrow}
      >
        {label}
        <Icon name="down" />
      </button>
      {open && drawn({ id, align, close, leave: () => setOpen(false) })}
    </div>
  );
}
