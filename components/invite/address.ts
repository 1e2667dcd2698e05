import { bareCode, type InviteCode } from '../../utils/invite-link';

/** What the window was opened for, as it stands behind the `#` of its address. */
export type Purpose =
  | { readonly to: 'look' | 'join' | 'copy' | 'hand'; readonly code: InviteCode }
  | { readonly to: 'read-picture'; readonly id: string }
  | { readonly to: 'list'; readonly tab: number };

export function purposeIn(hash: string): Purpose | undefined {
  const [, word, rest = ''] = /^#(look|join|copy|hand|image|tab)-([\w-]{1,64})$/.exec(hash) ?? [];
  if (word === 'look' || word === 'join' || word === 'copy' || word === 'hand') {
    const code = bareCode(rest);
    return code && { to: word, code };
  }
  if (word === 'tab') return /^\d{1,10}$/.test(rest) ? { to: 'list', tab: Number(rest) } : undefined;
  return word ? { to: 'read-picture', id: rest } : undefined;
}

/** Turns the window to another invite, or to another thing about it. */
export function turnTo(to: 'look' | 'join', code: InviteCode): void {
  location.hash = `${to}-${code}`;
}
