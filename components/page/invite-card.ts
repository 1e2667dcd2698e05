import { askFromPage } from '../../utils/bridge/ask-from-page';
import { isDemoCode } from '../../utils/demo';
import type { SightInWords } from '../../utils/model/sight';
import type { Reached } from '../../utils/page/presence';
import { phrase } from '../../utils/words';
import { shortCode } from '../ui/short-code';
import { actions } from './actions';
import { make, set } from './make';
import { quiet, sightDrawn, sightToCome } from './sight-drawn';
import type { Stand } from './stand';

interface Wiring {
  /** Whether one can see what one clicks on. */
  readonly isClear: () => boolean;
  readonly muted: () => void;
}

/** Draws an invite met on a page. Nothing is sent anywhere until a person clicks. */
export function drawInvite(stand: Stand, { code, look }: Reached, wiring: Wiring): void {
  const isDemo = isDemoCode(code);
  const facts = set(make('div', ''), { ariaLive: 'polite' });
  const deeds = actions(stand, code, { ...wiring, look: lookInside });
  let sight: SightInWords | undefined;
  let isLooking = false;

  function draw(): void {
    stand.redraw(() => {
      facts.ariaBusy = String(isLooking);
      // What is known stays in sight while one looks again.
      if (sight && !isLooking) facts.replaceChildren(sightDrawn(sight));
      else if (!sight) facts.replaceChildren(isLooking ? sightToCome() : '');
      deeds.draw(sight, isLooking);
    });
  }

  /** What is remembered, for which nobody is asked. To remember nothing is no trouble. */
  async function recall(): Promise<void> {
    const { answer } = await askFromPage('link.recall', code);
    if (!answer || sight || isLooking) return;
    sight = answer;
    draw();
  }

  async function lookInside(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    draw();
    deeds.tell('');
    const { answer, words } = await askFromPage('link.probe', code);
    isLooking = false;
    sight = answer ?? sight;
    draw();
    if (words) deeds.tell(words);
  }

  stand.inner.append(title(code, isDemo), facts, quiet(isDemo && phrase('demoLink')) ?? '', deeds.element);
  draw();
  // Clicked on in the browser's own menu, it is looked into at once.
  void (look ? lookInside() : recall());
}

function title(code: Reached['code'], isDemo: boolean): Element {
  return make(
    'p',
    'title',
    make('b', '', phrase('cardTitle')),
    isDemo && set(make('span', 'demo-mark', phrase('demo')), { title: phrase('demoHint') }),
    set(make('code', '', shortCode(code)), { dir: 'ltr' }),
  );
}
