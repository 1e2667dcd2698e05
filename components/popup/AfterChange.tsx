import { cleanText } from '../../utils/handout/clean-text';
import type { InviteView } from '../../utils/model/invite';
import { ago } from '../../utils/times';
import { say } from '../../utils/words';
import { CopyNotice } from '../ui/CopyNotice';
import { betweenWords } from '../ui/zone-times';
import type { Choice } from './choice';

interface AfterChangeProps {
  readonly choice: Choice;
  readonly previous: NonNullable<InviteView['previous']>;
}

/** That the link is a new one, why, and what is to be said to those who have the old one. */
export function AfterChange({ choice: { account, group }, previous }: AfterChangeProps) {
  return (
    <div class="after-change small">
      <p class={previous.byUs ? 'quiet-text' : 'elsewhere'}>
        {!previous.byUs && <span aria-hidden="true">▲ </span>}
        {changeWords(previous)}
      </p>
      <CopyNotice account={account.id} group={group.id} name={group.name} class="quiet" />
    </div>
  );
}

function changeWords({ at, byUs, lastSeen, why }: AfterChangeProps['previous']): string {
  const now = Date.now();
  if (!byUs) {
    const between = { to: at, ...(lastSeen !== undefined && { from: lastSeen }) };
    return say('resetElsewhere', betweenWords(between, now));
  }
  if (why === undefined) return say('changedAgo', ago(at, now));
  return say('changedAgoWhy', ago(at, now), `\u2068${cleanText(why)}\u2069`);
}
