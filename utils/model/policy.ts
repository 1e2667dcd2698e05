import type { Fill, Rules } from '../over-time/model';
import type { Account, Rights } from './account';
import type { Sites } from './page';
import type { Settings } from './settings';

/** An account that an administrator has set. The key is never part of it: it is read where it is used. */
export interface ManagedAccount extends Omit<Account, 'addedAt'> {
  /** Names of the secrets that the policy holds, and of those that its user is asked for. */
  readonly given: readonly string[];
  readonly asks: readonly string[];
}

/** What an administrator has set for this browser, as far as it could be read. What is not there is the user's own. */
export interface Policy {
  readonly accounts: readonly ManagedAccount[];
  readonly rights: Partial<Rights>;
  readonly settings: Partial<Settings>;
  readonly rules: Partial<Omit<Rules, 'fill'>>;
  readonly fill: Partial<Fill>;
  readonly sites: Partial<Sites>;
  /** At most so many a minute in every join queue. */
  readonly queuePerMinute?: number;
  /** Names of the values that were given. */
  readonly given: readonly string[];
  /** Those that could not be read, with their place: `accounts[2].make`. */
  readonly unread: readonly string[];
}

/** A policy as a face sees it. */
export interface Managed {
  /** Names of the values that are set, as docs/TEAMS.md has them. */
  readonly locked: readonly string[];
  readonly rights: Rights;
  /** Hosts that the user cannot take off the list of sites that are never looked at. */
  readonly sitesOff: readonly string[];
  readonly unread: readonly string[];
}
