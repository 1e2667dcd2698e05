import { useMemo } from 'preact/hooks';
import { useOnDemand } from '../ui/later';
import { seldom } from './on-demand';
import type { Pasted } from './pasted';

/** Whoever reads it says so for certain: without one of these, or so many letters in a row, it is a name. */
const likeALink = /[./:@%]|\w{16}/;
const nothing: Pasted = { more: 0 };

/** What a typed or pasted text holds, and whether that is still to be found out. */
export function usePasted(text: string): Pasted & { readonly isAwaited: boolean } {
  const isWanted = likeALink.test(text);
  const code = useOnDemand(seldom, { isWanted });
  const found = useMemo(() => code?.pastedIn(text) ?? nothing, [code, text]);
  return { ...found, isAwaited: isWanted && !code };
}
