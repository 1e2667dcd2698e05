import type { Settings } from '../../utils/model';
import { language, say } from '../../utils/words';

/** Gives a page its language and its direction: the catalogue's, since English is not turned round by an Arabic browser. */
export function dressPage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = say('catalogueDirection');
}

/** Light, dark, or as the system has it. */
export function dressTheme(theme: Settings['theme']): void {
  document.documentElement.dataset.theme = theme;
}
