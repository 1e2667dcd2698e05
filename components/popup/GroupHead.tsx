import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { SafeText } from '../ui/SafeText';
import type { Choice } from './choice';

/** Name of the group, and whether its admin is speaking. */
export function GroupHead({ account, group }: Choice) {
  return (
    <header class="group-head">
      <h2>
        <SafeText text={group.name} instead={say('menuUnnamed')} />
      </h2>
      {account.demo && <DemoMark />}
      {group.admin && <span class="tag">{say('admin')}</span>}
      {group.admin === false && <span class="tag">{say('notAdmin')}</span>}
    </header>
  );
}
