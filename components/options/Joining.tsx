import { say, sayCount } from '../../utils/words';
import { AllowList } from './AllowList';
import { Choice } from './Choice';
import { Greeting } from './Greeting';
import { Lockable } from './managed/Lockable';
import { hasRight } from './managed/managed-by';
import { SetWords } from './managed/SetWords';
import { JoinMany } from './queue/JoinMany';
import type { SectionProps } from './section';
import { Title } from './Title';

const paces = ['1', '2', '3', '4', '5'] as const;

/** How fast, which groups, and what is said on arrival. */
export function Joining({ overview, settings, change }: SectionProps) {
  const options = paces.map((id) => ({ id, label: sayCount('joinsAMinute', Number(id)) }));
  const mayJoin = hasRight('mayJoin');
  const pace = paces.find((id) => id === String(settings.joinsPerMinute)) ?? '2';
  return (
    <>
      <Title>{say('sectionJoining')}</Title>
      <p class="quiet-text">{say('joiningWhat')}</p>
      {mayJoin ? (
        <JoinMany accounts={overview.accounts} settings={settings} />
      ) : (
        <section class="card">
          <SetWords words={say('managedMayNotJoin')} />
        </section>
      )}
      <section class="card stack">
        <Lockable by="joinsPerMinute">
          <Choice
            legend={say('joinsPerMinute')}
            look="row"
            options={options}
            chosen={pace}
            onChoose={(id) => change({ joinsPerMinute: Number(id) })}
          />
        </Lockable>
        <p class="quiet-text small">{say('joinsPerMinuteWhy')}</p>
      </section>
      <AllowList {...{ settings, change }} />
      <Greeting {...{ settings, change }} />
    </>
  );
}
