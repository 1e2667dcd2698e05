import { language, phrase } from '../../utils/words';

/** Gives a page its language and its direction: the catalogue's, since English is not turned round by an Arabic browser. */
export function dressPage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = phrase('catalogueDirection');
}
