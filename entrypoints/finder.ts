import { defineUnlistedScript } from '#imports';
import { isOrphan, ownVersion, tellFromPage } from '../utils/bridge/tell-from-page';
import type { InviteCode } from '../utils/invite-link';
import { find } from '../utils/page/find';
import { watchFocus } from '../utils/page/focus-reach';
import { marks } from '../utils/page/mark';
import { inOrder } from '../utils/page/place';
import { watchPointer } from '../utils/page/pointer-reach';
import { bePresent, type Presence, presence, type Reached } from '../utils/page/presence';

export default defineUnlistedScript(() => {
  const before = presence();
  if (!before?.watching || before.finds) return undefined;
  before.stop();
  return stay(before.said || undefined);
});

/** Takes over from the spotter. Gives when the first look is over: who has brought us counts then, without a message. */
function stay(said: string | undefined): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  let known: ReadonlySet<InviteCode> = new Set();
  let [changes, wasPuzzled] = [0, false];
  /** Somebody waits for the next look, and then counts without being told. */
  let waiting: (() => void) | undefined;
  const here: Presence = {
    ...{ version: ownVersion, watching: true, finds: true, stop },
    get codes() {
      return [...new Set(inOrder(held.all()).map(({ code }) => code))];
    },
    get known() {
      return known;
    },
    get puzzled() {
      return isPuzzled();
    },
    async read(reader) {
      if (!isPuzzled()) return;
      read(reader);
      await nextLook();
    },
  };
  bePresent(here);

  function stop(): void {
    over.abort();
    waiting?.();
    here.card?.close();
    if (presence() === here) bePresent(undefined);
  }

  const isOver = () => signal.aborted;

  function goesOn(): boolean {
    if (isOrphan()) stop();
    return !isOver();
  }

  async function tell(question: 'page.found' | 'page.reached'): Promise<void> {
    if ((await tellFromPage(question)) === 'refused') stop();
  }

  function nextLook(): Promise<void> {
    return new Promise((resolve) => {
      waiting = resolve;
    });
  }

  function looked(): void {
    const before = known;
    if (changes !== held.changes()) known = held.codes();
    changes = held.changes();
    const isNew = known.size !== before.size || !known.isSubsetOf(before) || (isPuzzled() && !wasPuzzled);
    wasPuzzled = isPuzzled();
    if (isNew && !waiting) void tell('page.found');
    waiting?.();
    waiting = undefined;
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

  const { held, isPuzzled, read } = find({ goesOn, isOver, marked: marks(signal), looked, said });
  const first = nextLook();
  const reaching = { goesOn, held, reached, left };
  // Nothing can be reached for before.
  void first.then(() => {
    if (isOver()) return;
    watchPointer(reaching, signal);
    watchFocus(reaching, signal);
  });
  document.addEventListener('visibilitychange', goesOn, { signal });
  // A page that comes back as it was left has lost its badge meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && goesOn() && void tell('page.found'), { signal });
  return first;
}
