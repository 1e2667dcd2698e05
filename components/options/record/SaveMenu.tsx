import { useState } from 'preact/hooks';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say } from '../../../utils/words';
import { Menu, menuOf } from '../../ui/Menu';
import { TroubleNotice } from '../../ui/Notice';
import { type Savable, saveRows } from './save-rows';

interface SaveMenuProps<Row, Filter> {
  readonly savable: Savable<Row, Filter>;
  readonly filter: Filter;
}

/** Saves all that is looked for, also what is not on the screen. */
export function SaveMenu<Row, Filter>({ savable, filter }: SaveMenuProps<Row, Filter>) {
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const save = async (kind: string) => {
    if (kind !== 'csv' && kind !== 'json') return;
    setSaving(true);
    setTrouble(undefined);
    await saveRows(savable, filter, kind).catch((caught: unknown) => setTrouble(asTrouble(caught).facts));
    setSaving(false);
  };
  const items = [
    { id: 'csv', label: say('saveCsv') },
    { id: 'json', label: say('saveJson') },
  ];
  return (
    <>
      <Menu label={say(isSaving ? 'recordSaving' : 'recordSaveShown')} disabled={isSaving}>
        {menuOf(items, save)}
      </Menu>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}
