import type { ComponentChildren } from 'preact';
import { say } from '../../../utils/words';
import { Locked } from './Lockable';
import { hasRight } from './managed-by';

/** What retires links: locked where an administrator has not allowed that. */
export function MayRetire({ children }: { readonly children: ComponentChildren }) {
  return hasRight('mayRetire') ? children : <Locked words={say('managedMayNotRetire')}>{children}</Locked>;
}
