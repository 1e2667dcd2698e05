import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../../utils/words';
import { isSet } from './managed-by';
import { SetWords } from './SetWords';

interface LockableProps {
  /** Names of the values in a policy; one of them that is set locks all that stands here. */
  readonly by: string | readonly string[];
  readonly children: ComponentChildren;
}

/** Something that an administrator may have set: then it is shown, described as such, and cannot be changed. */
export function Lockable({ by, children }: LockableProps) {
  const isLocked = isSet(...[by].flat());
  return isLocked ? <Locked words={say('managedSet')}>{children}</Locked> : children;
}

/** The same for what a right bars. */
export function Locked({ words, children }: { readonly words: string; readonly children: ComponentChildren }) {
  const id = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  // Who comes to a control by itself hears why it cannot be changed.
  useLayoutEffect(() => {
    for (const control of place.current?.querySelectorAll('input, select, textarea, button') ?? []) {
      const known = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      if (!known.includes(id)) control.setAttribute('aria-describedby', [...known, id].join(' '));
    }
  });
  return (
    <fieldset ref={place} class="managed stack tight" disabled aria-describedby={id}>
      <SetWords id={id} words={words} />
      {children}
    </fieldset>
  );
}
