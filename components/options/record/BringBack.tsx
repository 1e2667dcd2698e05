import { useRef, useState } from 'preact/hooks';
import type { RowsAdded } from '../../../utils/keeping/model';
import { day } from '../../../utils/times';
import { asTrouble, Trouble, type TroubleFacts } from '../../../utils/trouble';
import { say, sayCount } from '../../../utils/words';
import { Notice, type Tone, TroubleNotice } from '../../ui/Notice';
import { useController } from '../../ui/use-controller';
import { WorkProgress } from '../../ui/WorkProgress';
import { addedToRecord, both, type Course, none, ofRecord, walked } from '../backup/bringing';
import { countOf, type OpenedFile, openedFile } from '../backup/opened-file';

type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'chosen'; readonly saved: OpenedFile }
  | { readonly at: 'adding'; readonly done: number; readonly of: number }
  | { readonly at: 'added'; readonly sum: RowsAdded; readonly stopped: boolean }
  | { readonly at: 'troubled'; readonly trouble: TroubleFacts; readonly sum?: RowsAdded };

/** Brings back a saved record: what it holds is shown first, then what is not known yet is added. */
export function BringBack({ onAdded }: { readonly onAdded: () => void }) {
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const field = useRef<HTMLInputElement>(null);
  const open = useController();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const left = open.next();
    const read = await record(file, left).catch(asTrouble);
    if (!left.aborted)
      setStage('counts' in read ? { at: 'chosen', saved: read } : { at: 'troubled', trouble: read.facts });
  };
  const add = async (saved: OpenedFile) => {
    const tell = (done: number, of: number) => saved.left.aborted || setStage({ at: 'adding', done, of });
    setStage(await added(saved, { tell, left: saved.left }));
    open.abort();
    onAdded();
  };
  const leave = () => {
    open.abort();
    setStage({ at: 'rest' });
  };
  return (
    <>
      <button type="button" class="button" disabled={stage.at === 'adding'} onClick={() => field.current?.click()}>
        {say('recordBringBack')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('recordBringBack')}
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {stage.at !== 'rest' && <Told stage={stage} onYes={add} onNo={leave} onStop={open.abort} />}
    </>
  );
}

/** A file of the record alone: a whole backup is brought in elsewhere, with the accounts that its lines are of. */
async function record(file: File, left: AbortSignal): Promise<OpenedFile> {
  const opened = await openedFile(file, left).catch((caught) => {
    throw asTrouble(caught).kind === 'not-a-backup' ? new Trouble('not-a-record') : caught;
  });
  if (!opened.head.record) throw new Trouble('not-a-record');
  return opened;
}

async function added(saved: OpenedFile, course: Course): Promise<Stage> {
  let sum = none;
  try {
    for await (const portion of walked(saved, ofRecord, course)) sum = both(sum, await addedToRecord(portion));
  } catch (caught) {
    if (!course.left.aborted) return { at: 'troubled', trouble: asTrouble(caught).facts, sum };
  }
  return { at: 'added', sum, stopped: sum.added + sum.known + sum.refused < countOf(saved, ofRecord) };
}

interface ToldProps {
  readonly stage: Exclude<Stage, { at: 'rest' }>;
  readonly onYes: (saved: OpenedFile) => void;
  readonly onNo: () => void;
  readonly onStop: () => void;
}

function Told({ stage, onYes, onNo, onStop }: ToldProps) {
  if (stage.at === 'chosen') return <Asked saved={stage.saved} {...{ onYes, onNo }} />;
  if (stage.at === 'adding') {
    return <WorkProgress label={say('backupBringing')} done={stage.done} of={stage.of} onCancel={onStop} />;
  }
  return (
    <div class="bring-back stack">
      {stage.at === 'troubled' && <TroubleNotice trouble={stage.trouble} />}
      {stage.sum && (
        <Notice
          tone={toneOf(stage.sum)}
          {...(stage.at === 'added' && stage.stopped && { title: say('backupStopped') })}
        >
          {sumWords(stage.sum)}
        </Notice>
      )}
    </div>
  );
}

function Asked({ saved, onYes, onNo }: { readonly saved: OpenedFile } & Pick<ToldProps, 'onYes' | 'onNo'>) {
  const { lineage, ledger } = saved.counts;
  const { savedAt } = saved.head;
  const holds = [sayCount('recordLinesOfCodes', lineage), sayCount('recordLinesOfHandOuts', ledger)];
  return (
    <div class="bring-back stack">
      <Notice
        tone="info"
        title={say('recordHolds', holds.join(' · '))}
        actions={
          <>
            <button type="button" class="button primary" onClick={() => onYes(saved)}>
              {say('recordBringYes')}
            </button>
            <button type="button" class="button" onClick={onNo}>
              {say('cancel')}
            </button>
          </>
        }
      >
        {savedAt === undefined ? '' : say('recordSavedOn', day(savedAt))} {say('recordBringMeans')}
      </Notice>
    </div>
  );
}

function toneOf({ added, refused }: RowsAdded): Tone {
  return added > 0 && refused === 0 ? 'good' : 'info';
}

function sumWords({ added, known, refused }: RowsAdded): string {
  return [
    sayCount('recordAdded', added),
    ...(known > 0 ? [sayCount('recordKnown', known)] : []),
    ...(refused > 0 ? [sayCount('recordRefused', refused)] : []),
  ].join(' ');
}
