import { cleanName } from './clean-name';

/**
 * What is said to people who have an old link: `text` with the group's name for `{group}` and its new link for `{link}`.
 * Whatever the name is made of, it stays a name. `unnamed` stands for one with nothing to see in it.
 */
export function resetNotice(
  text: string,
  { group, link }: { readonly group: string; readonly link: string },
  unnamed: string,
): string {
  const name = cleanName(group) || unnamed;
  return text.replace(/\{(?:group|link)\}/g, (hole) => (hole === '{group}' ? name : link));
}
