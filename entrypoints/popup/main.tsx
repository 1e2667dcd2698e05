import { render } from 'preact';
import { type First, Popup } from '../../components/popup/Popup';
import { dressPage, dressTheme } from '../../components/ui/dress-page';
import { ask } from '../../utils/bridge/ask';
import { asTrouble } from '../../utils/trouble';

/** A background that is asked while the browser is busy may take a while; a store that hangs takes for ever. */
const patienceMs = 6_000;

dressPage();

const first = await askFirst();
if ('overview' in first) dressTheme(first.overview.settings.theme);
document.body.replaceChildren();
render(<Popup first={first} askFirst={askFirst} />, document.body);

function askFirst(): Promise<First> {
  const answer = ask('account.overview').then(
    (overview) => ({ overview }),
    (caught: unknown) => ({ trouble: asTrouble(caught).facts }),
  );
  const silence = new Promise<First>((give) =>
    setTimeout(() => give({ trouble: { kind: 'store-failed' } }), patienceMs),
  );
  return Promise.race([answer, silence]);
}
