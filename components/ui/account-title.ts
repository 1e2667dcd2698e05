import { cleanName } from '../../utils/handout/clean-name';
import type { AccountView } from '../../utils/model/account';
import { say } from '../../utils/words';

/** What an account is called: its name, and its make where the name does not say it already. */
export function accountTitle({ name, makeLabel }: Pick<AccountView, 'name' | 'makeLabel'>): string {
  return name === makeLabel ? name : say('accountOf', cleanName(name), makeLabel);
}
