import type { AccountId } from '../model/account';
import { engineWord } from '../providers/error-words';
import { habitsItem, read } from '../store/items';
import type { TroubleFacts } from '../trouble';
import { accountOf, makeOf } from './within';

/** What stands behind an account, for a trouble that no answer of its gateway tells of by itself. Never rejects. */
export async function behind(id: AccountId): Promise<Pick<TroubleFacts, 'make' | 'engine'>> {
  try {
    const make = makeOf(await accountOf(id)).label;
    const engine = engineWord((await read(habitsItem))[id]?.engine);
    return { make, ...(engine && { engine }) };
  } catch {
    return {};
  }
}
