import { useState } from 'preact/hooks';
import { say, sayCount } from '../../utils/words';
import { allowList } from './allow-list';
import { Lockable } from './managed/Lockable';
import { isSet } from './managed/managed-by';
import type { SectionProps } from './section';
import { TextArea } from './TextArea';

/** Groups that may be joined without a second question. */
export function AllowList({ settings, change }: Pick<SectionProps, 'settings' | 'change'>) {
  const [typed, setTyped] = useState(settings.joinOnly.join('\n'));
  const [odd, setOdd] = useState<readonly string[]>([]);
  const isLocked = isSet('joinOnly');
  const keep = (text: string) => {
    const list = allowList(text);
    setOdd(list.odd);
    change({ joinOnly: list.groups });
  };
  return (
    <section class="card stack">
      <Lockable by="joinOnly">
        <TextArea
          label={say('allowListLabel')}
          hint={say(isLocked ? 'allowListSet' : 'allowListHint')}
          rows={5}
          value={typed}
          onValue={setTyped}
          onRest={keep}
        >
          {odd.length > 0 && <Odd lines={odd} />}
          {odd.length === 0 && settings.joinOnly.length > 0 && (
            <span class="quiet-text small">{sayCount('allowListCount', settings.joinOnly.length)}</span>
          )}
        </TextArea>
      </Lockable>
    </section>
  );
}

const shown = 5;

function Odd({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div class="error">
      <span aria-hidden="true">⚠</span>
      <span>
        {sayCount('allowListOdd', lines.length)}
        {lines.slice(0, shown).map((line) => (
          <bdi key={line} class="odd-line">
            {line.slice(0, 80)}
          </bdi>
        ))}
      </span>
    </div>
  );
}
