import { cleanName } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';

/** What a group is called in our own faces: its name made harmless, or words that say it has none. */
export function groupTitle(name: string): string {
  return cleanName(name) || say('menuUnnamed');
}
