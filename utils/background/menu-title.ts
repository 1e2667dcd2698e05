import { cleanName } from '../handout/clean-name';
import { say } from '../words';

const longest = 60;

/** The names one entry is drawn from. `account` only where more than one is in use. */
export interface MenuNames {
  readonly group: string;
  readonly account?: string;
  readonly demo?: boolean;
}

/** The title of a menu entry: names that strangers chose, made to mean nothing to a menu. */
export function menuTitle({ group, account, demo }: MenuNames): string {
  const name = shortened(cleanName(group) || say('menuUnnamed'));
  const title = account ? say('menuGroupOf', name, shortened(cleanName(account))) : name;
  return inert(demo ? say('menuDemo', title) : title);
}

/** Menus take `&` for the sign of an access key and `%s` for the selected text. A word joiner parts the latter. */
function inert(title: string): string {
  return title.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}

function shortened(name: string): string {
  const signs = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : name;
}
