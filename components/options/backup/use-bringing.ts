import { useState } from 'preact/hooks';
import { asTrouble, type TroubleFacts } from '../../../utils/trouble';
import { useController } from '../../ui/use-controller';
import { type Brought, brought, type Weighed, weighed } from './bringing';
import { type OpenedFile, openedFile } from './opened-file';

export type Stage =
  | { readonly at: 'rest' }
  | Going
  | Planned
  | { readonly at: 'brought'; readonly brought: Brought }
  | { readonly at: 'troubled'; readonly trouble: TroubleFacts };

interface Going {
  readonly at: 'reading' | 'bringing';
  readonly done: number;
  readonly of: number;
}

export interface Planned {
  readonly at: 'planned';
  readonly file: OpenedFile;
  readonly weighed: Weighed;
  /** What kept it from being brought in a moment ago. */
  readonly trouble?: TroubleFacts;
}

/** The way of a backup in: read, weighed, agreed to, brought in. */
export function useBringing(changed: () => void) {
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  // One for the file that is open, one for what is being done with it.
  const [open, work] = [useController(), useController()];
  const going = (at: Going['at']) => {
    const left = work.next();
    const tell = (done: number, of: number) => left.aborted || setStage({ at, done, of });
    tell(0, 0);
    return { tell, left };
  };
  const leave = () => {
    work.abort();
    open.abort();
    setStage({ at: 'rest' });
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const left = open.next();
    const course = going('reading');
    try {
      const file = await openedFile(chosen, left);
      setStage({ at: 'planned', file, weighed: await weighed(file, course) });
    } catch (caught) {
      if (!left.aborted) setStage({ at: 'troubled', trouble: asTrouble(caught).facts });
    }
  };
  const go = async (planned: Planned, passphrase: string) => {
    try {
      setStage({ at: 'brought', brought: await brought(planned.file, passphrase, going('bringing')) });
      open.abort();
    } catch (caught) {
      setStage({ ...planned, trouble: asTrouble(caught).facts });
    }
    changed();
  };
  return { stage, choose, go, leave, stop: work.abort };
}
