import { defineUnlistedScript } from '#imports';
import { askedFirst } from '../utils/bridge/first-asked';
import { phrase } from '../utils/words';

/**
 * The popup's first script: the store is asked while all the others are still being read. The shell stands in the page
 * already, and is turned round before anybody sees it.
 */
export default defineUnlistedScript(() => {
  document.documentElement.dir = phrase('catalogueDirection');
  globalThis.latchkeyFirst = askedFirst();
});
