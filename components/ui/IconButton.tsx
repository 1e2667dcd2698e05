import { Icon, type IconName } from './Icon';

interface IconButtonProps {
  readonly icon: IconName;
  /** Said to whoever cannot see the sign, and shown where the pointer rests. */
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** Whether the sign points the way one reads, and so turns with the writing. */
  readonly turns?: boolean;
}

/** A button with a sign for a word. Disabled it keeps the focus, and does nothing. */
export function IconButton({ icon, label, onClick, disabled, turns }: IconButtonProps) {
  const looks = turns ? 'button quiet square turns' : 'button quiet square';
  return (
    <button
      type="button"
      class={looks}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
