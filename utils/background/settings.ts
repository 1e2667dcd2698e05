import type { Settings } from '../model';
import * as items from '../store/items';

/** Changes some settings and gives all of them. */
export function change(patch: Partial<Settings>): Promise<Settings> {
  return items.change(items.settingsItem, (settings) => ({ ...settings, ...patch }));
}
