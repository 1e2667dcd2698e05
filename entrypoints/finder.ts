import { defineUnlistedScript } from '#imports';
import { isOrphan, ownVersion, tellFromPage } from '../utils/bridge/ask-from-page';
import { find } from '../utils/page/find';
import { findOnce } from '../utils/page/find-once';
import { watchFocus } from '../utils/page/focus-reach';
import { marks } from '../utils/page/mark';
import { watchPointer } from '../utils/page/pointer-reach';
import { bePresent, type Presence, presence, type Reached } from '../utils/page/presence';

export default defineUnlistedScript(async () => {
  const before = presence();
  if (before?.watching && before.finds) return;
  before?.stop();
  if (before?.watching) stay();
  else await lookOnce();
});

/** Where somebody opened the popup on a page that is not watched. */
async function lookOnce(): Promise<void> {
  const codes = await findOnce();
  // The site may have been switched on meanwhile.
  if (!presence()) bePresent({ version: ownVersion(), watching: false, codes, stop: () => bePresent(undefined) });
}

/** Takes over from the spotter. */
function stay(): void {
  const over = new AbortController();
  const { signal } = over;
  const here: Presence = { version: ownVersion(), watching: true, finds: true, codes: [], stop };
  bePresent(here);

  function stop(): void {
    over.abort();
    here.card?.close();
    if (presence() === here) bePresent(undefined);
  }

  function goesOn(): boolean {
    if (isOrphan()) stop();
    return !signal.aborted;
  }

  async function tell(question: 'page.found' | 'page.reached'): Promise<void> {
    if ((await tellFromPage(question)) === 'refused') stop();
  }

  function changed(): void {
    const codes = held.codes();
    if (codes.join() === here.codes.join()) return;
    here.codes = codes;
    void tell('page.found');
  }

  function reached(one: Reached): void {
    here.reached = one;
    if (here.card) here.card.open(one);
    else void tell('page.reached');
  }

  function left(by: Reached['by']): void {
    if (here.reached?.by !== by) return;
    if (here.card) here.card.leave();
    else delete here.reached;
  }

  const held = find({ goesOn, marked: marks(signal), changed }, signal);
  const reaching = { goesOn, held, reached, left };
  watchPointer(reaching, signal);
  watchFocus(reaching, signal);
  document.addEventListener('visibilitychange', goesOn, { signal });
  // A page that comes back as it was left has lost its badge meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && goesOn() && void tell('page.found'), { signal });
}
