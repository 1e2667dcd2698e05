import { render } from 'preact';
import { readAhead } from '../../components/popup/on-demand';
import { type First, Popup } from '../../components/popup/Popup';
import { readFor } from '../../components/popup/read-for';
import { firstFaceAtRest, takeOver } from '../../components/popup/take-over';
import { dressTheme } from '../../components/ui/dress-theme';
import { painted } from '../../components/ui/painted';
import { ask } from '../../utils/bridge/ask';
import { opened } from '../../utils/bridge/envelope';
import type { FirstAsked } from '../../utils/bridge/first-asked';
import { firstViewIn } from '../../utils/bridge/first-view';
import type { Overview } from '../../utils/model/overview';
import { asTrouble } from '../../utils/trouble';

/** A background that is asked while the browser is busy may take a while; a store that hangs takes for ever. */
const patienceMs = 6_000;

/**
 * Draws the popup: what was kept of the last answer, or, where there is nothing of that, the answer. Both have been asked
 * for by the page's first script.
 */
export async function openPopup({ kept, answer }: FirstAsked): Promise<void> {
  const asked = () => patiently(answer().then((envelope) => opened(envelope) as Overview));
  const overview = firstViewIn(await kept, import.meta.env.LATCHKEY_VERSION);
  const first = overview ? { overview } : await asked();
  if ('overview' in first) dressTheme(first.overview.settings.theme);
  await readFor(first);
  const askFirst = () => patiently(ask('account.overview', 'anew'));
  await firstFaceAtRest();
  takeOver(() =>
    render(<Popup first={first} truth={overview && painted().then(asked)} askFirst={askFirst} />, document.body),
  );
  void painted().then(readAhead);
}

function patiently(asked: Promise<Overview>): Promise<First> {
  const answered = asked.then(
    (overview) => ({ overview }),
    (caught: unknown) => ({ trouble: asTrouble(caught).facts }),
  );
  const silence = new Promise<First>((give) =>
    setTimeout(() => give({ trouble: { kind: 'store-failed' } }), patienceMs),
  );
  return Promise.race([answered, silence]);
}
