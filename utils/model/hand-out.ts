import type { InviteCode } from '../invite-link';
import type { AccountId } from './account';
import type { GroupId } from './group';

/** In which shape an invite left the house. */
export type Shape = 'link' | 'rich' | 'button' | 'source' | 'markdown' | 'qr' | 'png' | 'svg';

/** One invite that left the house, with what was said about it since. */
export interface HandOut {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly account: AccountId;
  readonly group: GroupId;
  /** The group's name at that time. */
  readonly name: string;
  readonly code: InviteCode;
  readonly shape: Shape;
  /** "April newsletter", "poster Lyon". */
  readonly label?: string;
  /** On paper, where no new link can follow. */
  readonly printed: boolean;
}

/** Where one code is out in the world. */
export interface LedgerSummary {
  readonly count: number;
  readonly byShape: Readonly<Partial<Record<Shape, number>>>;
  /** What was printed, newest first. */
  readonly printed: readonly HandOut[];
  /** Newest first, each once, at most 20. */
  readonly labels: readonly string[];
  readonly firstAt?: number;
  readonly lastAt?: number;
}
