import type { MenuEntry, Settings } from '../model';
import * as items from '../store/items';

/** Changes some settings and gives all of them. */
export function change(patch: Partial<Settings>): Promise<Settings> {
  return items.change(items.settingsItem, (settings) => ({ ...settings, ...patch }));
}

/** The entries of the context menu that are switched off. */
export async function menuOff(): Promise<readonly MenuEntry[]> {
  return (await items.read(items.settingsItem)).menuOff;
}
