import { useMemo, useState } from 'preact/hooks';
import type { InviteCode } from '../../../utils/invite-link';
import type { Sight } from '../../../utils/model/sight';
import { chosen, type Which } from './chosen';

/** What of a list is shown, and how that is chosen. */
export interface Choosing {
  readonly which: Which;
  readonly text: string;
  readonly shown: readonly InviteCode[];
  readonly onWhich: (which: Which) => void;
  readonly onText: (text: string) => void;
}

export function useChoosing(codes: readonly InviteCode[], of: ReadonlyMap<InviteCode, Sight>): Choosing {
  const [which, onWhich] = useState<Which>('all');
  const [text, onText] = useState('');
  const shown = useMemo(() => chosen({ codes, of, which, text }), [codes, of, which, text]);
  return { which, text, shown, onWhich, onText };
}
