import type { FirstFace } from '../first-face';
import { bareCode } from '../invite-link';
import type { Overview } from '../model/overview';

// What the popup is drawn from before the background is awake: a copy of its last answer, for the eyes alone.

/** Where it lies in `storage.local`, in browsers that close that to content scripts; nowhere in the others. */
export const firstViewKey = 'first-view';

export interface FirstView {
  /** Latchkey's version that wrote it. Another one draws something else. */
  readonly version: string;
  /** The overview as JSON, so that it comes back sign for sign, and one can see at once whether it still holds. */
  readonly text: string;
  /** What of it stands first, where the popup begins with one group's link and nothing that must be said before. */
  readonly face?: FirstFace;
}

/** Whether a page that stands in a site can neither read what lies here nor write it. */
export function isShut(area: object): boolean {
  return 'setAccessLevel' in area;
}

/** What was kept, where this version wrote it and it is whole. */
export function firstViewIn(kept: unknown, version: string): Overview | undefined {
  if (!fits<FirstView>(kept, { version: 'string', text: 'string' }) || kept.version !== version) return undefined;
  const found = parsed(kept.text);
  if (!fits<Overview>(found, overview) || found.vault.passphrase) return undefined;
  if (!found.last) return found;
  return fits(found.last, lastUsed) && bareCode(found.last.invite.code ?? '') ? found : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Like = 'string' | 'number' | 'boolean' | readonly [Like] | { readonly [key: string]: Like };

const account = { id: 'string', name: 'string', makeLabel: 'string', server: 'string', allowed: 'boolean' } as const;
const overview = {
  ...{ accounts: [account], settings: { shape: 'string', theme: 'string' }, alerts: 'number' },
  ...{ vault: { passphrase: 'boolean' }, record: { health: 'string', rescued: [{}] }, chains: [{}], used: [{}] },
} as const satisfies Like;
const lastUsed = {
  group: { id: 'string', name: 'string' },
  invite: { account: 'string', group: 'string', code: 'string' },
} as const satisfies Like;

/** Whether a value is like this at least; what it is besides, the version vouches for. */
function fits<T>(value: unknown, like: Like): value is T {
  if (typeof like === 'string') return typeof value === like;
  if (typeof value !== 'object' || value === null) return false;
  if (isList(like)) return Array.isArray(value) && value.every((one) => fits(one, like[0]));
  return Object.entries(like).every(([key, wanted]) => fits(Reflect.get(value, key), wanted));
}

function isList(like: Like): like is readonly [Like] {
  return Array.isArray(like);
}
