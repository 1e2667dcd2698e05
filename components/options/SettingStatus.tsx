import { say } from '../../utils/words';
import { Icon } from '../ui/Icon';
import { TroubleNotice } from '../ui/Notice';
import type { Mood } from '../ui/use-ask';

/** Says that a setting was saved, or why not. */
export function SettingStatus({ now }: { readonly now: Mood<unknown> }) {
  return (
    <div class="toast" role="status">
      {now.mood === 'troubled' && <TroubleNotice trouble={now.trouble} />}
      {now.mood === 'answered' && (
        <p class="saved floats">
          <Icon name="check" />
          {say('saved')}
        </p>
      )}
    </div>
  );
}
