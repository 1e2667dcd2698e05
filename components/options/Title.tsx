import type { ComponentChildren } from 'preact';

/** A section's heading. It can take the focus when the page moves on to it. */
export function Title({ children }: { readonly children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}
