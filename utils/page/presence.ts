import type { InviteCode } from '../invite-link';
import type { Reader } from './reader';

/** What the scripts of one frame share: one object in the extension's own world, out of the page's sight. */
export interface Presence {
  /** Version of the extension that is at home here; another one takes over. */
  readonly version: string;
  /** Whether the site is watched, or was looked at once because somebody opened the popup. */
  readonly watching: boolean;
  /** Whether the finder has come. */
  readonly finds?: true;
  /** Distinct, in order of appearance. */
  readonly codes: readonly InviteCode[];
  /** The same in no order, for whoever only counts: it takes a while to tell what comes first among thousands. */
  readonly known?: ReadonlySet<InviteCode>;
  /** Whether there is something that only the reader can tell. */
  readonly puzzled?: boolean;
  /** What the body says: the finder need not read it again. Nothing once anything has changed. */
  said?: string | false;
  /** Takes the reader in. Gives when what it was needed for has been read. */
  read?(reader: Reader): Promise<void>;
  /** What somebody reached for while the card was on its way. */
  reached?: Reached;
  card?: Card;
  /** Takes the marks away, closes the card, watches nothing any more. */
  stop(): void;
}

/** An invite that somebody points at, has the focus on, or chose from the context menu. */
export interface Reached {
  readonly code: InviteCode;
  readonly by: 'pointer' | 'focus' | 'menu';
  /** Where it stands now, in px of the viewport; empty when it has gone. The card never covers these. */
  readonly places: () => readonly DOMRect[];
  /** What it stands in, or is. */
  readonly near: Element;
  /** What has the focus, to go back to. */
  readonly element?: HTMLElement;
  /** Whether to look inside at once: only where the browser's own menu was clicked. */
  readonly look: boolean;
}

/** The card as the finder sees it. */
export interface Card {
  open(reached: Reached): void;
  /** Closes after a moment, unless somebody is on the card by then. */
  leave(): void;
  close(): void;
}

/** Where the presence hangs. The background reads it through `executeScript`, so the key is a plain symbol. */
export const presenceKey = Symbol.for('latchkey');

export function presence(): Presence | undefined {
  return Reflect.get(globalThis, presenceKey);
}

export function bePresent(one: Presence | undefined): void {
  Reflect.set(globalThis, presenceKey, one);
}
