import type { Group } from '../model/group';
import { cleanName } from './clean-name';

/**
 * Whether somebody typed the group's name as it stands on the screen; its id, where nothing of the name can be seen.
 * Blanks, ways to compose a letter and signs that nobody sees make no difference, capitals do.
 */
export function isNameOf({ id, name }: Pick<Group, 'id' | 'name'>, typed: string): boolean {
  const said = seen(typed);
  return said !== '' && said === (seen(name) || id);
}

function seen(text: string): string {
  return cleanName(text.normalize('NFC'))
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Variation_Selector}]+/gu, '');
}
