import type { Overview } from '../../utils/model/overview';
import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { moreIcons } from '../ui/more-icons';
import { openOptionsAt } from './options-page';

/** That the record was damaged, and the way to what is known of it; nothing while it is whole. */
export function RecordHealth({ health }: Pick<Overview['record'], 'health'>) {
  if (health === 'whole') return null;
  return (
    <button type="button" class={`on-this-page health ${health}`} onClick={() => openOptionsAt('record')}>
      <span class="words">
        <span aria-hidden="true">{health === 'damaged' ? '⚠' : '✓'}</span>
        {say(health === 'damaged' ? 'healthDamaged' : 'healthRestored')}
      </span>
      <Icon name={moreIcons.next} />
    </button>
  );
}
