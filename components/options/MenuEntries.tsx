import type { MenuEntry } from '../../utils/model/settings';
import { say, type Word } from '../../utils/words';
import { Switch } from '../ui/Switch';

const entries: readonly (readonly [MenuEntry, Word, Word])[] = [
  ['look', 'menuLook', 'menuLookWhere'],
  ['join', 'menuJoin', 'menuJoinWhere'],
  ['copy', 'menuCopy', 'menuCopyWhere'],
  ['image', 'menuImage', 'menuImageWhere'],
  ['page', 'menuPage', 'menuPageWhere'],
  ['insert', 'menuInsert', 'menuInsertWhere'],
];

interface MenuEntriesProps {
  readonly off: readonly MenuEntry[];
  readonly onOff: (off: readonly MenuEntry[]) => void;
}

/** What the browser's own menu offers on a right-click. */
export function MenuEntries({ off, onOff }: MenuEntriesProps) {
  const turn = (entry: MenuEntry) => (on: boolean) => onOff(on ? off.filter((one) => one !== entry) : [...off, entry]);
  return (
    <section class="card stack">
      <h2>{say('menuTitle')}</h2>
      <p class="quiet-text">{say('menuWhat')}</p>
      <div class="choices">
        {entries.map(([entry, label, where]) => (
          <Switch key={entry} label={say(label)} hint={say(where)} on={!off.includes(entry)} onSwitch={turn(entry)} />
        ))}
      </div>
    </section>
  );
}
