import type { Group, Size } from '../../utils/model/group';
import { ownVerdicts } from '../../utils/own-verdicts';
import { sizeWords } from '../../utils/size-words';
import { ago } from '../../utils/times/ago';
import { say } from '../../utils/words';
import { VerdictMark } from '../ui/VerdictMark';
import type { Choice } from './choice';
import type { InviteNow } from './use-invite';
import { placesOf, verdictOf } from './verdict-of';

/** What is known of a group's invite: whether it is good, how old that knowledge is, how full the group. */
export function InviteFacts({ choice, invite }: { readonly choice: Choice; readonly invite: InviteNow }) {
  const { view, reading } = invite;
  const { group } = choice;
  const verdict = verdictOf(choice, invite);
  return (
    <>
      {verdict && (
        <p class="small facts">
          <VerdictMark kind={verdict} sign={ownVerdicts[verdict].sign} words={say(ownVerdicts[verdict].word)} />
          <span class="quiet-text">
            {view?.seenAt === undefined ? say('neverChecked') : say('checked', ago(view.seenAt, Date.now()))}
          </span>
        </p>
      )}
      {reading && !verdict && <p class="small quiet-text after-a-moment">{say('readingLink')}</p>}
      {group.size && <SizeLine group={group} size={group.size} />}
    </>
  );
}

function SizeLine({ group, size }: { readonly group: Group; readonly size: Size }) {
  const { count, atLeast } = size;
  const places = placesOf(group);
  if (places === undefined) return <p class="small quiet-text">{sizeWords(size)}</p>;
  const words = say(atLeast ? 'sizeAtLeast' : 'sizeOf', count, places);
  return (
    <p class={`small size ${count < places ? '' : 'full'}`}>
      <span>{words}</span>
      <span class="bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, (100 * count) / places)}%` }} />
      </span>
    </p>
  );
}
