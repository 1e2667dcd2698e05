import { render } from 'preact';
import { readAhead } from '../../components/popup/on-demand';
import { type First, Popup } from '../../components/popup/Popup';
import { readFor } from '../../components/popup/read-for';
import { dressPage, dressTheme } from '../../components/ui/dress-page';
import { ask } from '../../utils/bridge/ask';
import { opened } from '../../utils/bridge/envelope';
import { askedFirst } from '../../utils/bridge/first-asked';
import { firstViewIn } from '../../utils/bridge/first-view';
import { browser } from '../../utils/browser';
import type { Overview } from '../../utils/model';
import { asTrouble } from '../../utils/trouble';

/** A background that is asked while the browser is busy may take a while; a store that hangs takes for ever. */
const patienceMs = 6_000;

/** Draws the popup: what was kept of the last answer, or, where there is nothing of that, the answer. */
export async function openPopup(): Promise<void> {
  dressPage();
  const { kept, answer } = globalThis.latchkeyFirst ?? askedFirst();
  const truth = patiently(answer.then((envelope) => opened(envelope) as Overview));
  const overview = firstViewIn(await kept, browser.runtime.getManifest().version);
  const first = overview ? { overview } : await truth;
  if ('overview' in first) dressTheme(first.overview.settings.theme);
  await readFor(first);
  document.body.replaceChildren();
  const askFirst = () => patiently(ask('account.overview'));
  render(<Popup first={first} truth={overview && truth} askFirst={askFirst} />, document.body);
  requestAnimationFrame(() => setTimeout(readAhead));
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
