import { useState } from 'preact/hooks';
import { say } from '../../utils/words';
import { Lockable } from './managed/Lockable';
import type { SectionProps } from './section';
import { TextArea } from './TextArea';

const longest = 1_000;

/** What is said to a group after joining, where something is. */
export function Greeting({ settings, change }: Pick<SectionProps, 'settings' | 'change'>) {
  const [typed, setTyped] = useState(settings.greeting);
  return (
    <section class="card stack">
      <Lockable by="greeting">
        <TextArea
          label={say('greetingLabel')}
          hint={say('greetingHint')}
          rows={3}
          maxLength={longest}
          value={typed}
          onValue={setTyped}
          onRest={(text) => change({ greeting: text.trim() })}
        />
      </Lockable>
    </section>
  );
}
