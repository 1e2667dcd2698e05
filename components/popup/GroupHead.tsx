import type { InviteCode } from '../../utils/invite-link';
import { say } from '../../utils/words';
import { DemoMark } from '../ui/DemoMark';
import { SafeText } from '../ui/SafeText';
import type { Choice } from './choice';
import { GroupPicture } from './on-demand';

/** Picture and name of the group, and whether its admin is speaking. */
export function GroupHead({ account, group, code }: Choice & { readonly code: InviteCode | undefined }) {
  return (
    <header class="group-head">
      <GroupPicture name={group.name} code={code} />
      <h2>
        <SafeText text={group.name} instead={say('menuUnnamed')} />
      </h2>
      {account.demo && <DemoMark />}
      {group.admin && <span class="tag">{say('admin')}</span>}
      {group.admin === false && <span class="tag">{say('notAdmin')}</span>}
    </header>
  );
}
