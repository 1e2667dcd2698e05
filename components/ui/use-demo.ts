import type { AccountView } from '../../utils/model/account';
import { type Asking, useAsking } from './use-ask';

/** Opening the demo: an account without a server and without a key, so that one click is enough. */
export function useDemo(): Pick<Asking<'account.save'>, 'now'> & {
  readonly open: () => Promise<AccountView | undefined>;
} {
  const { now, ask } = useAsking('account.save');
  return { now, open: () => ask({ make: 'demo', name: '', server: '', fields: {}, secrets: {} }) };
}
