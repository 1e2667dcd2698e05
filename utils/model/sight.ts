import type { InviteCode } from '../invite-link';
import type { TroubleFacts } from '../trouble';
import type { AccountId } from './account';
import type { GroupId, GroupKind, Size } from './group';

/** What a gateway sees behind an invite without joining. */
export interface Probe {
  readonly code: InviteCode;
  readonly id?: GroupId;
  readonly name: string;
  readonly description?: string;
  readonly size?: Size;
  readonly kind?: GroupKind;
  readonly approval?: boolean;
  readonly createdAt?: number;
  readonly seenAt: number;
}

/**
 * What can be said of a link. `live` says that it leads to a group, not that one may join; `approval` is live with
 * admins who approve; `retired` is said only where the source says so; `invalid` opens nothing now, and nobody says
 * whether it ever did; `unknown` comes with the trouble that kept us from telling.
 */
export type Verdict = 'live' | 'approval' | 'full' | 'retired' | 'invalid' | 'unknown';

/** Who told: the user's own gateway, or WhatsApp's public page. */
export type Source = 'gateway' | 'page';

/** What stands behind a code, as far as anybody told. Times in ms. */
export interface Sight {
  readonly code: InviteCode;
  readonly verdict: Verdict;
  /** Why nobody could tell; with `unknown` always, else never. */
  readonly trouble?: TroubleFacts;
  /** Who told; none where nobody could. */
  readonly sources: readonly Source[];
  readonly seenAt: number;
  readonly id?: GroupId;
  readonly name?: string;
  readonly description?: string;
  readonly size?: Size;
  readonly kind?: GroupKind;
  /** Name of the community it belongs to. */
  readonly parent?: string;
  readonly createdAt?: number;
  /** `data:image/…;base64,…`, at most 100 kB. */
  readonly picture?: string;
  readonly own?: Own;
}

/** A sight ready to be drawn by the card in somebody's page, which has no words of its own for it. All of it is clean. */
export interface SightInWords {
  readonly verdict: Verdict;
  readonly verdictWords: string;
  /** Its shape: a path of 10 by 10. */
  readonly sign: string;
  /** What the verdict means for whoever holds the link; for `unknown` the cause, and what to do. */
  readonly meaning: string;
  /** Whether another look may bring another answer. */
  readonly isOld: boolean;
  readonly name?: string;
  /** The first letter of the name, to stand where there is no picture. */
  readonly initial?: string;
  /** `data:image/…;base64,…` */
  readonly picture?: string;
  readonly size?: string;
  readonly more?: string;
  readonly description?: string;
  readonly own?: string;
  readonly seen?: string;
  /** An administrator lets nobody join from here. */
  readonly mayJoin?: false;
}

/** What a group has to do with the user's own accounts, out of the store alone. */
export interface Own {
  /** What the account last was in the group; `past` where only our record of codes knows it. */
  readonly relation: 'admin' | 'member' | 'past';
  /** When that was seen. */
  readonly seenAt: number;
  /** Whether the code is the group's code as we last saw it, one that it had before, or one we have never seen. */
  readonly code: 'current' | 'retired' | 'unseen';
  /** When a retired code was replaced, and whether Latchkey did it. */
  readonly retired?: { readonly at: number; readonly since: number; readonly byUs: boolean };
  /** Never told to a page. */
  readonly inside?: {
    readonly account: AccountId;
    readonly accountName: string;
    readonly group: GroupId;
    readonly name: string;
    /** The group's code as we last saw it. */
    readonly current?: InviteCode;
  };
}
