import { render } from 'preact';
import { InviteWindow } from '../../components/invite/InviteWindow';
import { dressPage } from '../../components/ui/dress-page';
import { dressTheme } from '../../components/ui/dress-theme';
import { ask } from '../../utils/bridge/ask';

dressPage();
const overview = await ask('account.overview').catch(() => undefined);
if (overview) dressTheme(overview.settings.theme);
const accounts = overview?.accounts.filter(({ allowed }) => allowed) ?? [];
render(<InviteWindow accounts={accounts} />, document.body);
