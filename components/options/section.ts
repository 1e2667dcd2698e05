import type { Make } from '../../utils/model/account';
import type { Overview } from '../../utils/model/overview';
import type { Settings } from '../../utils/model/settings';

/** What every section of the options gets. */
export interface SectionProps {
  readonly overview: Overview;
  readonly makes: readonly Make[];
  readonly settings: Settings;
  readonly change: (patch: Partial<Settings>) => void;
  /** Fetches the overview anew, after something in it was changed. */
  readonly again: () => void;
  /** What stands behind the section's name in the address. */
  readonly rest: string;
}
