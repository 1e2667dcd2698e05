import type { InviteCode } from '../invite-link';

/** Which pages Latchkey looks at by itself. Host names; the browser's permission is asked for besides. */
export interface Sites {
  readonly everywhere: boolean;
  readonly on: readonly string[];
  /** Never, whatever else is said. */
  readonly off: readonly string[];
}

/** The page in a tab, and the invites on it. */
export interface PageView {
  /** Host name; undefined where no extension may look, as in the browser's own pages. */
  readonly host?: string;
  /** Whether Latchkey looks at this site by itself. */
  readonly watch: 'on' | 'off' | 'not-asked' | 'never';
  /** In order of appearance, each once, all frames. */
  readonly codes: readonly InviteCode[];
}
