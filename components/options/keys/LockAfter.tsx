import { say, sayCount } from '../../../utils/words';
import { Choice } from '../Choice';
import { Lockable } from '../managed/Lockable';
import type { SectionProps } from '../section';

const usual = [5, 15, 60, 0];

/** After how long without use the keys are locked. */
export function LockAfter({ settings, change }: Pick<SectionProps, 'settings' | 'change'>) {
  const chosen = settings.lockAfterMinutes;
  const minutes = usual.includes(chosen) ? usual : [chosen, ...usual];
  const options = minutes.map((count) => ({
    id: String(count),
    label: count === 0 ? say('lockAfterBrowser') : sayCount('lockAfterMinutes', count),
  }));
  return (
    <section class="card stack">
      <Lockable by="lockAfterMinutes">
        <Choice
          legend={say('lockAfter')}
          look="row"
          options={options}
          chosen={String(chosen)}
          onChoose={(id) => change({ lockAfterMinutes: Number(id) })}
        />
      </Lockable>
      <p class="quiet-text small">{say('lockAfterWhat')}</p>
    </section>
  );
}
