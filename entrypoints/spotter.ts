import { defineUnlistedScript } from '#imports';
import { isOrphan, ownVersion, tellFromPage } from '../utils/bridge/ask-from-page';
import { bePresent, presence } from '../utils/page/presence';
import { spot } from '../utils/page/spot';

export default defineUnlistedScript(() => {
  const version = ownVersion();
  const before = presence();
  if (before?.watching && before.version === version) return;
  before?.stop();
  const over = new AbortController();
  const stop = () => {
    over.abort();
    if (presence() === here) bePresent(undefined);
  };
  const here = { version, watching: true, codes: [], stop };
  bePresent(here);
  const goesOn = () => {
    if (isOrphan()) stop();
    return !over.signal.aborted;
  };
  const noticed = async () => {
    const told = await tellFromPage('page.noticed');
    if (told === 'refused') stop();
    return told === 'heard';
  };
  spot({ goesOn, noticed }, over.signal);
});
