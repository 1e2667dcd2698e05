import { useRef, useState } from 'preact/hooks';
import type { VaultState } from '../../../utils/model/settings';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { say } from '../../../utils/words';
import { announce } from '../../ui/Announcer';
import { TroubleNotice } from '../../ui/Notice';
import { Switch } from '../../ui/Switch';
import { saveFile } from '../../ui/save-file';
import { Unlock } from '../../ui/Unlock';
import { ask } from '../../ui/use-ask';
import { datedName } from '../record/save-rows';
import { backupPieces, type Source } from './backup-pieces';
import { SealForm, type Typed } from './SealForm';

interface SaveBackupProps {
  readonly vault: VaultState;
  readonly again: () => void;
}

/** Saves everything but keys as one file; with keys only where somebody asks for them, and seals them. */
export function SaveBackup({ vault, again }: SaveBackupProps) {
  const [withKeys, setWithKeys] = useState(false);
  const { isUnderWay, trouble, save } = useSavingBackup();
  return (
    <>
      <Switch label={say('backupWithKeys')} hint={say('backupWithKeysHint')} on={withKeys} onSwitch={setWithKeys} />
      {withKeys && vault.locked && <Unlock waitMs={vault.waitMs} onUnlocked={again} />}
      {withKeys && !vault.locked && (
        <SealForm
          asksOwn={vault.passphrase}
          trouble={trouble}
          busy={isUnderWay}
          onTyped={(typed) => void save(typed)}
        />
      )}
      {!withKeys && (
        <div class="row buttons">
          <button type="button" class="button primary" aria-disabled={isUnderWay} onClick={() => void save()}>
            {say(isUnderWay ? 'recordSaving' : 'backupSave')}
          </button>
        </div>
      )}
      {trouble && trouble.kind !== 'wrong-passphrase' && <TroubleNotice trouble={trouble} />}
    </>
  );
}

const background: Source = {
  parts: () => ask('backup.parts'),
  record: (asked) => ask('record.rows', asked),
  rows: (asked) => ask('backup.rows', asked),
};

/** Keys first: a wrong passphrase is told before anything else is gathered. */
export function useSavingBackup() {
  const [isUnderWay, setUnderWay] = useState(false);
  const [trouble, setTrouble] = useState<TroubleFacts>();
  const going = useRef(false);
  const save = async (typed?: Typed) => {
    if (going.current) return;
    going.current = true;
    setUnderWay(true);
    setTrouble(undefined);
    const now = Date.now();
    try {
      const keys = typed && (await ask('backup.keys', typed));
      saveFile(await backupPieces(background, { keys, now }), 'json', datedName('backup', now, 'json'));
      announce(say('backupSaved'));
    } catch (caught) {
      setTrouble(asTrouble(caught).facts);
    }
    going.current = false;
    setUnderWay(false);
  };
  return { isUnderWay, trouble, save };
}
