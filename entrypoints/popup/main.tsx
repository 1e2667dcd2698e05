import { render } from 'preact';
import { type First, Popup } from '../../components/popup/Popup';
import { dressPage, dressTheme } from '../../components/ui/dress-page';
import { ask } from '../../utils/bridge/ask';
import { asTrouble } from '../../utils/trouble';

dressPage();

const first = await askFirst();
if ('overview' in first) dressTheme(first.overview.settings.theme);
document.body.replaceChildren();
render(<Popup first={first} askFirst={askFirst} />, document.body);

function askFirst(): Promise<First> {
  return ask('account.overview').then(
    (overview) => ({ overview }),
    (caught: unknown) => ({ trouble: asTrouble(caught).facts }),
  );
}
