import { defineUnlistedScript } from '#imports';
import { isOrphan, ownVersion, tellFromPage } from '../utils/bridge/tell-from-page';
import { bePresent, type Presence, presence } from '../utils/page/presence';
import { spot } from '../utils/page/spot';

export default defineUnlistedScript(() => {
  const before = presence();
  if (before?.watching && before.version === ownVersion) return;
  before?.stop();
  let over = false;
  const stop = () => {
    over = true;
    if (presence() === here) bePresent(undefined);
  };
  const here: Presence = { version: ownVersion, watching: true, codes: [], stop };
  bePresent(here);
  const isOver = () => over;
  const goesOn = () => {
    here.said = false;
    if (isOrphan()) stop();
    return !over;
  };
  const noticed = async (said: string | false) => {
    here.said = said;
    const told = await tellFromPage('page.noticed');
    if (told === 'refused') stop();
    return told === 'heard';
  };
  spot({ goesOn, isOver, noticed });
});
