import type { ComponentChildren } from 'preact';

interface RestingButtonProps {
  /** Whether what it does is under way: it does nothing then. */
  readonly resting: boolean;
  readonly onClick: () => void;
  readonly looks?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A button that rests while its work is under way. It keeps the focus all the while: a disabled one would lose it. */
export function RestingButton({ resting, onClick, looks = 'button', title, children }: RestingButtonProps) {
  return (
    <button type="button" class={looks} title={title} aria-disabled={resting} onClick={() => resting || onClick()}>
      {children}
    </button>
  );
}
