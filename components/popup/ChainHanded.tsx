import { isolated } from '../../utils/handout/clean-name';
import { say } from '../../utils/words';
import type { Choice } from './choice';
import { groupTitle } from './group-title';

/** Which of several groups was handed out. */
export function ChainHanded({ choice, isGiven }: { readonly choice: Choice; readonly isGiven: boolean }) {
  return (
    <p class="small quiet-text handed" role="status">
      {isGiven && say('chainHanded', isolated(groupTitle(choice.group.name)))}
    </p>
  );
}
