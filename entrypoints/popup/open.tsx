import { render } from 'preact';
import { readAhead } from '../../components/popup/on-demand';
import { type First, Popup } from '../../components/popup/Popup';
import { readFor } from '../../components/popup/read-for';
import { dressPage } from '../../components/ui/dress-page';
import { dressTheme } from '../../components/ui/dress-theme';
import { ask } from '../../utils/bridge/ask';
import { opened } from '../../utils/bridge/envelope';
import { askedFirst } from '../../utils/bridge/first-asked';
import { firstViewIn } from '../../utils/bridge/first-view';
import { browser } from '../../utils/browser';
import type { Overview } from '../../utils/model';
import { asTrouble } from '../../utils/trouble';

/** A background that is asked while the browser is busy may take a while; a store that hangs takes for ever. */
const patienceMs = 6_000;
const longMs = 200;

/** Draws the popup: what was kept of the last answer, or, where there is nothing of that, the answer. */
export async function openPopup(): Promise<void> {
  dressPage();
  const { kept, answer } = globalThis.latchkeyFirst ?? askedFirst();
  const asked = () => patiently(answer().then((envelope) => opened(envelope) as Overview));
  const overview = firstViewIn(await kept, browser.runtime.getManifest().version);
  const first = overview ? { overview } : await asked();
  if ('overview' in first) dressTheme(first.overview.settings.theme);
  await readFor(first);
  document.body.replaceChildren();
  const askFirst = () => patiently(ask('account.overview'));
  render(<Popup first={first} truth={overview && painted().then(asked)} askFirst={askFirst} />, document.body);
  void painted().then(readAhead);
}

/** What is not seen is never painted: then it has been long enough. */
function painted(): Promise<void> {
  return new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, longMs);
  });
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
