import { useState } from 'preact/hooks';
import { type BackupFile, backupIn, mostBytes } from '../../../utils/keeping/backup-file';
import { asTrouble, Trouble, type TroubleFacts } from '../../../utils/trouble';
import { type Brought, brought, type Weighed, weighed } from './bringing';

export type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'reading'; readonly done: number; readonly of: number }
  | Planned
  | { readonly at: 'bringing'; readonly done: number; readonly of: number }
  | { readonly at: 'brought'; readonly brought: Brought }
  | { readonly at: 'troubled'; readonly trouble: TroubleFacts };

export interface Planned {
  readonly at: 'planned';
  readonly file: BackupFile;
  readonly weighed: Weighed;
  /** What kept it from being brought in a moment ago. */
  readonly trouble?: TroubleFacts;
}

/** The way of a backup in: read, weighed, agreed to, brought in. */
export function useBringing(changed: () => void) {
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setStage({ at: 'reading', done: 0, of: 0 });
    try {
      if (chosen.size > mostBytes) throw new Trouble('backup-too-big');
      const file = backupIn(await chosen.text());
      const found = await weighed(file, (done, of) => setStage({ at: 'reading', done, of }));
      setStage({ at: 'planned', file, weighed: found });
    } catch (caught) {
      setStage({ at: 'troubled', trouble: asTrouble(caught).facts });
    }
  };
  const go = async (planned: Planned, passphrase: string) => {
    setStage({ at: 'bringing', done: 0, of: 0 });
    try {
      const done = await brought(planned.file, passphrase, (now, of) => setStage({ at: 'bringing', done: now, of }));
      setStage({ at: 'brought', brought: done });
    } catch (caught) {
      setStage({ ...planned, trouble: asTrouble(caught).facts });
    }
    changed();
  };
  return { stage, choose, go, leave: () => setStage({ at: 'rest' }) };
}
