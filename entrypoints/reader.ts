import { defineUnlistedScript } from '#imports';
import { ownVersion } from '../utils/bridge/tell-from-page';
import { exactReader } from '../utils/page/exact-reader';
import { findOnce } from '../utils/page/find-once';
import { bePresent, presence } from '../utils/page/presence';

export default defineUnlistedScript(async () => {
  const here = presence();
  if (here?.watching) return here.read?.(exactReader);
  here?.stop();
  const codes = await findOnce();
  // The site may have been switched on meanwhile.
  if (!presence()) bePresent({ version: ownVersion, watching: false, codes, stop: () => bePresent(undefined) });
});
