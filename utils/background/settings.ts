import type { MenuEntry, Settings } from '../model/settings';
import * as items from '../store/items';
import { isAllowed, unlocked } from './policy/bars';

/** Changes some settings and gives all of them. Throws `policy-sets` where an administrator has set one of them. */
export async function change(patch: Partial<Settings>): Promise<Settings> {
  const own = await unlocked('settings', patch);
  await items.change(items.settingsItem, (settings) => ({ ...settings, ...own }));
  return items.read(items.settingsItem);
}

/** The entries of the context menu that are switched off. */
export async function menuOff(): Promise<readonly MenuEntry[]> {
  const [{ menuOff: off }, mayJoin] = await Promise.all([items.read(items.settingsItem), isAllowed('mayJoin')]);
  return mayJoin || off.includes('join') ? off : [...off, 'join'];
}
