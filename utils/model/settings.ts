import type { Shape } from './hand-out';

/** Whether keys can be used. */
export interface VaultState {
  /** Whether there is a passphrase. */
  readonly passphrase: boolean;
  readonly locked: boolean;
  /** How long the next try must wait, after wrong ones. */
  readonly waitMs?: number;
}

export interface Settings {
  /** The primary button's shape. */
  readonly shape: Shape;
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether the toolbar button shows how many invites a page has. */
  readonly badge: boolean;
  /** Entries of the context menu that are switched off. */
  readonly menuOff: readonly MenuEntry[];
  /** At most so many joins a minute for one account: 1 to 5. */
  readonly joinsPerMinute: number;
  /** Group names, ids or links; where there are any, joining another group asks once more. */
  readonly joinOnly: readonly string[];
  /** Sent to a group after joining; empty for none. */
  readonly greeting: string;
  /** With a passphrase: locks after so many minutes without use, 1 to 1,440; 0 for only when the browser closes. */
  readonly lockAfterMinutes: number;
}

/** What the context menu offers. */
export type MenuEntry = 'insert' | 'look' | 'join' | 'copy' | 'image' | 'page';
