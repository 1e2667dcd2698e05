import { defineUnlistedScript } from '#imports';
import { askedFirst } from '../utils/bridge/first-asked';

/** The popup's first script: the store is asked while all the others are still being read. */
export default defineUnlistedScript(() => {
  globalThis.latchkeyFirst = askedFirst();
});
