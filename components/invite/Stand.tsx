import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isDemoCode } from '../../utils/demo';
import { type InviteCode, inviteUrl } from '../../utils/invite-link';
import { say } from '../../utils/words';

interface StandProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** One row of buttons, always in view. */
  readonly actions?: ComponentChildren;
  /** Whether what stands here is being looked up anew. */
  readonly busy?: boolean;
}

/** The shape of every face of the window: a title, what there is to say, and the buttons below. */
export function Stand({ title, children, actions, busy = false }: StandProps) {
  const id = useId();
  return (
    <main class="stand" aria-labelledby={id} aria-busy={busy}>
      <div class="stand-words">
        <h1 id={id}>{title}</h1>
        {children}
      </div>
      {actions && <div class="stand-actions">{actions}</div>}
    </main>
  );
}

/** The link itself, whole: what is joined is what stands here. */
export function LinkLine({ code }: { readonly code: InviteCode }) {
  return (
    <p class="link-line small quiet-text">
      <bdi dir="ltr">{inviteUrl(code).replace('https://', '')}</bdi>
      {isDemoCode(code) && <span class="demo-note">{say('demoLink')}</span>}
    </p>
  );
}

/** Where a sight is about to stand. */
export function SightSkeleton() {
  return (
    <div class="card sight-skeleton" aria-hidden="true">
      <div class="skeleton round" />
      <div class="skeleton line" />
      <div class="skeleton line short" />
    </div>
  );
}

export function close(): void {
  window.close();
}
